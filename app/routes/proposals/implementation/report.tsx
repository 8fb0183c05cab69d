import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { reportableStatuses } from '#app/domain/proposals/implementation'
import { ProgressForm } from '#app/domain/proposals/implementation-forms.server'
import { mayReport } from '#app/domain/proposals/implementation-policy'
import { reportProgress } from '#app/domain/proposals/implementation-report.server'
import { Actions, Button } from '#app/ui/form/actions'
import { RadioGroup } from '#app/ui/form/choices'
import { DateField, TextArea } from '#app/ui/form/fields'
import { VerbForm } from '#app/ui/form/form'
import { statusLabels } from '#app/ui/words'
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
  const carriedOut = await loadCarriedOut(args, mayReport)
  return {
    carriedOut,
    form: await args.form({ status: carriedOut.implementation?.status ?? '' }, carriedOut.version),
  }
})

export const action = verb(async ({ request, params, perform }) => {
  const form = await readForm(request, ProgressForm)
  if (!form.ok) return refuse(form)

  const proposalId = idParam(params, 'id')
  const outcome = await perform(form, (ctx) =>
    reportProgress(ctx, { proposalId, version: form.version, ...form.value }),
  )
  if (!outcome.ok) return refuse(form, outcome, { text: '進み具合', nextReportOn: '次の報告の予定日' })

  return redirect(withFlash(paths.proposal(proposalId), 'implementationReported'))
})

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  titled(`実施状況を報告する：${data?.carriedOut.subject.title ?? ''}`, matches)

export default function ReportPage() {
  const { carriedOut, form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  return (
    <CarriedOutPage title="実施状況を報告する" carriedOut={carriedOut} form={form}>
      <VerbForm form={form}>
        <RadioGroup
          form={form}
          name="status"
          label="今の状況"
          required
          options={reportableStatuses.map((status) => ({ value: status, label: statusLabels[status] }))}
        />
        <TextArea
          form={form}
          name="text"
          label="進み具合"
          required
          hint="したこと、分かったこと、困っていること。"
          readers="全職員に公開されます。"
        />
        <DateField form={form} name="nextReportOn" label="次の報告の予定日" required />
        <Actions>
          <Button>報告する</Button>
        </Actions>
      </VerbForm>
    </CarriedOutPage>
  )
}
