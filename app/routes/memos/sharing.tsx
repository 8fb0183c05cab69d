import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { insist } from '#app/domain/errors'
import { SharingForm } from '#app/domain/memos/forms.server'
import { findMemoSeenBy } from '#app/domain/memos/listing.server'
import { mayShare } from '#app/domain/memos/memo'
import { findMemoFactsSeenBy } from '#app/domain/memos/seen.server'
import { shareMemo } from '#app/domain/memos/sharing.server'
import { mainAppointment } from '#app/domain/organisation/actor'
import { Actions, Button } from '#app/ui/form/actions'
import { RadioGroup } from '#app/ui/form/choices'
import { ErrorSummary, VerbForm } from '#app/ui/form/form'
import { memoLabels } from '#app/ui/memos/memo-words'
import { Page } from '#app/ui/page'
import { readForm, refuse } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { idParam } from '#app/web/params'
import { paths, withFlash } from '#app/web/paths'
import { titled } from '#app/web/title'
import { useForm } from '#app/web/use-form'
import { verb } from '#app/web/verb.server'

export const loader = page(async ({ actor, db, params, form }) => {
  const id = idParam(params, 'id')
  insist(mayShare(actor, await findMemoFactsSeenBy(db, actor, id)))
  const { text, sharing } = await findMemoSeenBy(db, actor, id)
  return {
    ...{ id, text, departmentName: mainAppointment(actor)?.departmentName ?? '' },
    form: await form({ sharing }),
  }
})

export const action = verb(async ({ request, params, perform }) => {
  const memoId = idParam(params, 'id')
  const form = await readForm(request, SharingForm)
  if (!form.ok) return refuse(form)

  const outcome = await perform(form, (ctx) => shareMemo(ctx, { memoId, ...form.value }))
  if (!outcome.ok) return refuse(form, outcome)

  return redirect(withFlash(paths.memo(memoId), 'memoShared'))
})

const pageTitle = 'いっしょに考える仲間をさがす'

export const meta: MetaFunction = ({ matches }) => titled(pageTitle, matches)

export default function SharingPage() {
  const { id, text, departmentName, form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  return (
    <Page
      title={pageTitle}
      crumbs={[
        { href: paths.memos(), label: '気づきメモ' },
        { href: paths.memo(id), label: text },
        { label: '仲間をさがす' },
      ]}
      meta={<p>「{text}」</p>}
    >
      <ErrorSummary form={form} labels={memoLabels} />
      <p>
        共有すると、あなたの名前といっしょにメモと写真が見え、「いっしょに考える」を押した人が加わります。報告や提案にすると、共有は終わります。氏名を伏せて審査を受けたい提案のもとになるメモは、共有しないでください。
      </p>
      <VerbForm form={form}>
        <RadioGroup
          form={form}
          name="sharing"
          label="共有する相手"
          required
          options={[
            { value: 'department', label: `${departmentName}の人` },
            { value: 'staff', label: '全職員' },
            {
              value: 'nobody',
              label: '共有しない',
              hint: 'すでに加わった人には、これからも見えます。',
            },
          ]}
        />
        <Actions>
          <Button>決める</Button>
        </Actions>
      </VerbForm>
    </Page>
  )
}
