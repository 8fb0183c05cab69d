import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CompletionForm } from '#app/domain/proposals/implementation-forms.server'
import { mayComplete } from '#app/domain/proposals/implementation-policy'
import { completeImplementation } from '#app/domain/proposals/implementation.server'
import { Actions, Button } from '#app/ui/form/actions'
import { Checkbox } from '#app/ui/form/choices'
import { DateField, NumberField, TextArea } from '#app/ui/form/fields'
import { VerbForm } from '#app/ui/form/form'
import { readForm, refuse } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { idParam } from '#app/web/params'
import { paths, withFlash } from '#app/web/paths'
import { titled } from '#app/web/title'
import { useForm } from '#app/web/use-form'
import { verb } from '#app/web/verb.server'
import { CarriedOutPage } from './carried-out-page'
import { loadCarriedOut } from './carried-out.server'

export const loader = page(async (args) => {
  const carriedOut = await loadCarriedOut(args, mayComplete)
  return { carriedOut, form: await args.form({ implementedOn: carriedOut.todayInWords, recurring: 'on' }) }
})

export const action = verb(async ({ request, params, perform }) => {
  const form = await readForm(request, CompletionForm)
  if (!form.ok) return refuse(form)

  const proposalId = idParam(params, 'id')
  const outcome = await perform(form, (ctx) => completeImplementation(ctx, { proposalId, ...form.value }))
  if (!outcome.ok) return refuse(form, outcome)

  return redirect(withFlash(paths.proposal(proposalId), 'implementationCompleted'))
})

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  titled(`実施の完了を報告する：${data?.carriedOut.subject.title ?? ''}`, matches)

export default function CompletionPage() {
  const { carriedOut, form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  return (
    <CarriedOutPage title="実施の完了を報告する" carriedOut={carriedOut} form={form}>
      <VerbForm form={form}>
        <DateField form={form} name="implementedOn" label="実施した日" required />
        <NumberField
          form={form}
          name="hoursPerYear"
          label="減った時間"
          suffix="時間/年"
          hint="1年間に、関係する人の合計で。"
        />
        <NumberField
          form={form}
          name="actualYenPerYear"
          label="減った費用・増えた収入"
          suffix="円/年"
          width="medium"
        />
        <Checkbox
          form={form}
          name="recurring"
          label="毎年続く効果です"
          hint="一度だけの効果のときは、チェックを外します。"
        />
        <TextArea
          form={form}
          name="actualEffect"
          label="実際の効果"
          required
          hint="数字にならない効果も書けます。"
          readers="全職員に公開されます。"
        />
        <TextArea
          form={form}
          name="evidence"
          label="効果の根拠"
          required
          rows={3}
          hint="数えた期間や件数、計算のしかた、参考にした資料。"
          readers="全職員に公開されます。"
        />
        <Actions>
          <Button>完了を報告する</Button>
        </Actions>
      </VerbForm>
    </CarriedOutPage>
  )
}
