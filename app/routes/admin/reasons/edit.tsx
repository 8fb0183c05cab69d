import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ReasonForm } from '#app/domain/organisation/forms.server'
import { renameReason } from '#app/domain/organisation/keeping-reasons.server'
import { reasonUseLabels } from '#app/domain/organisation/reason'
import { Actions, Button, Refused } from '#app/ui/form/actions'
import { TextField } from '#app/ui/form/fields'
import { ErrorSummary, VerbForm } from '#app/ui/form/form'
import { Page } from '#app/ui/page'
import { readForm, refuse } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { paths, withFlash } from '#app/web/paths'
import { titled } from '#app/web/title'
import { useForm } from '#app/web/use-form'
import { verb } from '#app/web/verb.server'
import { loadReason } from './loading.server'

export const loader = page(async (args) => {
  const { label, usedFor, retiredAt } = await loadReason(args)
  return {
    use: reasonUseLabels[usedFor],
    label,
    isRetired: retiredAt !== null,
    form: await args.form({ label }),
  }
})

export const action = verb(async (args) => {
  const { id: reasonId } = await loadReason(args)
  const form = await readForm(args.request, ReasonForm)
  if (!form.ok) return refuse(form)

  const outcome = await args.perform(form, (ctx) => renameReason(ctx, { reasonId, ...form.value }))
  if (!outcome.ok) return refuse(form, outcome)

  return redirect(withFlash(paths.reasons(), 'reasonRenamed'))
})

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  titled(`理由の名前の変更：${data?.label ?? ''}`, matches)

export default function EditReasonPage() {
  const { use, label, isRetired, form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  return (
    <Page
      title={`理由の名前の変更：${label}`}
      heading="理由の名前の変更"
      crumbs={[
        { href: paths.admin(), label: '管理' },
        { href: paths.reasons(), label: '理由コード' },
        { label: '理由の名前の変更' },
      ]}
      meta={<span>{use}</span>}
    >
      <ErrorSummary form={form} />
      {isRetired ? (
        <Refused reason="この理由は、廃止されています。">名前を変える</Refused>
      ) : (
        <>
          <p>これから選ぶ人に、新しい名前で示します。前に選ばれた理由は、前の名前のまま残ります。</p>
          <VerbForm form={form}>
            <TextField form={form} name="label" label="理由の名前" required width="medium" counter={40} />
            <Actions>
              <Button>名前を変える</Button>
            </Actions>
          </VerbForm>
        </>
      )}
    </Page>
  )
}
