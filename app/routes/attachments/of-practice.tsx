import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findPracticeFactsSeenBy } from '#app/domain/practices/facts.server'
import { mayReport } from '#app/domain/practices/policy'
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
  const loaded = await loadAttaching(args, { practiceId: id })
  const facts = await findPracticeFactsSeenBy(args.db, args.actor, id)
  return { id, mayReport: mayReport(args.actor, facts).ok, ...loaded }
})

export const action = verb(async (args) => {
  const id = idParam(args.params, 'id')
  return receiveAttachment(args, { practiceId: id }, paths.practiceAttachments(id))
})

export const meta: MetaFunction = ({ matches }) => titled('写真と資料', matches)

export default function AttachmentsOfPractice() {
  const { id, mayReport: reports, attachments, form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  return (
    <Page
      title="写真と資料"
      crumbs={[
        { href: paths.contributions(), label: '提案・報告する' },
        { href: paths.practiceEdit(id), label: '下書き' },
        { label: '写真と資料' },
      ]}
    >
      <ErrorSummary form={form} labels={attachmentLabels} />

      <Attaching
        attachments={attachments}
        form={form}
        hrefs={{
          ...attachmentHrefs,
          description: paths.attachmentDescription,
          removal: paths.attachmentRemoval,
          back: paths.practiceEdit(id),
          check: reports ? paths.practiceCheck(id) : null,
        }}
      />
    </Page>
  )
}
