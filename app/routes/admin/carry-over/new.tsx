import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { firstDayOf, fiscalYearLabel } from '#app/domain/calendar'
import { listDepartmentsOn } from '#app/domain/organisation/departments-lookup.server'
import { mayChangeYear } from '#app/domain/organisation/policy'
import { addProject, listMeasures } from '#app/domain/projects/adding.server'
import { NewProjectForm } from '#app/domain/projects/forms.server'
import { YearVerb } from '#app/ui/admin/year-verb'
import { Actions, Button } from '#app/ui/form/actions'
import { Checkbox } from '#app/ui/form/choices'
import { SelectField, TextField } from '#app/ui/form/fields'
import { VerbForm } from '#app/ui/form/form'
import { readForm, refuse } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { paths, withFlash } from '#app/web/paths'
import { titled } from '#app/web/title'
import { useForm } from '#app/web/use-form'
import { verb } from '#app/web/verb.server'
import { loadYear } from '../years/loading.server'

export const loader = page(async (args) => {
  const year = await loadYear(args)
  const { fiscalYear } = year
  const departments = await listDepartmentsOn(args.db, firstDayOf(fiscalYear))
  const measures = await listMeasures(args.db)
  return {
    ...{ fiscalYear, label: fiscalYearLabel(fiscalYear), may: mayChangeYear(args.actor, year) },
    departments: departments.map(({ id, name, bureauName }) => ({
      value: String(id),
      label: bureauName ? `${bureauName}　${name}` : name,
    })),
    measures: measures.map(({ code, name }) => ({ value: code, label: `${code}　${name}` })),
    form: await args.form({ inScope: 'on' }),
  }
})

export const action = verb(async (args) => {
  const { fiscalYear } = await loadYear(args)
  const form = await readForm(args.request, NewProjectForm)
  if (!form.ok) return refuse(form)

  const outcome = await args.perform(form, (ctx) => addProject(ctx, { fiscalYear, ...form.value }))
  if (!outcome.ok) return refuse(form, outcome)

  return redirect(withFlash(paths.carryOver(fiscalYear), 'projectAdded'))
})

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  titled(`新しい事務事業：${data?.label ?? ''}`, matches)

export default function NewProjectPage() {
  const { fiscalYear, label, may, departments, measures, form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  return (
    <YearVerb
      title="新しい事務事業"
      label={label}
      hrefs={{ years: paths.years(), year: paths.year(fiscalYear) }}
      form={form}
      may={may}
    >
      <VerbForm form={form}>
        <TextField
          form={form}
          name="code"
          label="番号"
          required
          width="medium"
          hint={`${label}にも、その前の年度にもない番号`}
        />
        <TextField form={form} name="name" label="事務事業の名前" required counter={100} />
        <SelectField
          form={form}
          name="departmentId"
          label="所管"
          required
          hint={`${label}の初日にある所属です`}
          empty="選んでください"
          width="full"
          options={departments}
        />
        <SelectField
          form={form}
          name="measureCode"
          label="施策"
          empty="なし"
          width="full"
          options={measures}
        />
        <Checkbox form={form} name="inScope" label="指標の対象にする" />
        <TextField
          form={form}
          name="excludedReason"
          label="対象にしない理由"
          counter={100}
          hint="指標の対象にしないときに入力します"
        />
        <Actions>
          <Button>加える</Button>
        </Actions>
      </VerbForm>
    </YearVerb>
  )
}
