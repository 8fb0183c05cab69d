import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Disclosure } from '#app/ui/disclosure'
import { Attaching } from '#app/ui/attachments/attaching'
import { attachmentLabels } from '#app/ui/attachments/words'
import { ErrorSummary } from '#app/ui/form/form'
import { Page } from '#app/ui/page'
import { page } from '#app/web/page.server'
import { idParam } from '#app/web/params'
import { paths } from '#app/web/paths'
import { titled } from '#app/web/title'
import { useForm } from '#app/web/use-form'
import { verb } from '#app/web/verb.server'
import { attachmentHrefs } from './hrefs'
import { loadAttaching, receiveAttachment } from './receiving.server'

export const loader = page(async (args) => {
  const id = idParam(args.params, 'id')
  return { id, ...(await loadAttaching(args, { proposalId: id })) }
})

export const action = verb(async (args) => {
  const id = idParam(args.params, 'id')
  return receiveAttachment(args, { proposalId: id }, paths.proposalAttachments(id))
})

export const meta: MetaFunction = ({ matches }) => titled('写真と資料', matches)

export default function AttachmentsOfProposal() {
  const { id, attachments, form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  return (
    <Page
      title="写真と資料"
      crumbs={[
        { href: paths.proposals(), label: '提案' },
        { href: paths.proposalEdit(id), label: '下書き' },
        { label: '写真と資料' },
      ]}
    >
      <ErrorSummary form={form} labels={attachmentLabels} />
      <HiddenNames />
      <Attaching
        attachments={attachments}
        form={form}
        hrefs={{
          ...attachmentHrefs,
          description: paths.attachmentDescription,
          removal: paths.attachmentRemoval,
          back: paths.proposalEdit(id),
          check: paths.proposalCheck(id),
        }}
      />
    </Page>
  )
}

function HiddenNames() {
  return (
    <Disclosure summary="氏名を伏せて審査する場合">
      <p>
        審査する人には、ファイルの名前の代わりに「資料1」「写真2」のように示します。PDF・Word・Excel・PowerPointには作った人の記録が残るため、氏名が公開されるまで審査する人は開けません。審査のときに見てほしいものは、写真、テキスト、CSVで付けてください。
      </p>
    </Disclosure>
  )
}
