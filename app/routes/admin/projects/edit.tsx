import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { firstDayOf, fiscalYearLabel } from '#app/domain/calendar'
import { listDepartmentsOn } from '#app/domain/organisation/departments-lookup.server'
import { mayChangeYear } from '#app/domain/organisation/policy'
import { editProject } from '#app/domain/projects/editing.server'
import { ProjectTextForm } from '#app/domain/projects/forms.server'
import { projectTextLabels as labels } from '#app/domain/projects/project-text'
import { Actions, Button, ButtonLink, Refused } from '#app/ui/form/actions'
import { Checkbox } from '#app/ui/form/choices'
import { SelectField, TextField } from '#app/ui/form/fields'
import { ErrorSummary, VerbForm } from '#app/ui/form/form'
import { Page } from '#app/ui/page'
import { readForm, refuse } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { paths, withFlash } from '#app/web/paths'
import { titled } from '#app/web/title'
import { useForm } from '#app/web/use-form'
import { verb } from '#app/web/verb.server'
import { loadProject } from './loading.server'

export const loader = page(async (args) => {
  const project = await loadProject(args)
  const { fiscalYear, departmentId, predecessor } = project
  const there = await listDepartmentsOn(args.db, firstDayOf(fiscalYear))
  const departments = there.map(({ id, name, bureauName }) => ({
    value: String(id),
    label: bureauName ? `${bureauName}　${name}` : name,
  }))
  const isThere = there.some(({ id }) => id === departmentId)
  return {
    ...{ project, label: fiscalYearLabel(fiscalYear), labelBefore: fiscalYearLabel(fiscalYear - 1) },
    may: mayChangeYear(args.actor, project),
    // One that was placed by a reorganisation in the middle of the year may stay.
    departments: isThere
      ? departments
      : [{ value: String(departmentId), label: project.departmentName }, ...departments],
    form: await args.form(
      {
        ...{ name: project.name, departmentId: String(departmentId) },
        inScope: project.inScope === 1 ? 'on' : '',
        ...{ excludedReason: project.excludedReason ?? '', predecessorCode: predecessor?.code ?? '' },
      },
      project.version,
    ),
  }
})

export const action = verb(async (args) => {
  const { id } = await loadProject(args)
  const form = await readForm(args.request, ProjectTextForm)
  if (!form.ok) return refuse(form)

  const { value, version } = form
  const outcome = await args.perform(form, (ctx) =>
    editProject(ctx, { projectYearId: id, version, ...value }),
  )
  if (!outcome.ok) return refuse(form, outcome, labels)

  return redirect(withFlash(paths.projectYear(id), 'projectChanged'))
})

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  titled(`事務事業を直す：${data?.project.name ?? ''}`, matches)

export default function EditProjectPage() {
  const { project, label, labelBefore, may, departments, form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  const { id, code, name, fiscalYear } = project
  return (
    <Page
      title={`事務事業を直す：${name}`}
      heading="事務事業を直す"
      crumbs={[
        { href: paths.year(fiscalYear), label },
        { href: paths.projectYear(id), label: name },
        { label: '直す' },
      ]}
      meta={<span>{`${label}　${code}　${name}`}</span>}
    >
      <ErrorSummary form={form} labels={labels} />
      {may.ok ? (
        <VerbForm form={form}>
          <p>
            {label}
            だけが変わります。ほかの年度の名前と所管、確定した年度の数値は変わりません。所管と対象を変えると、
            {label}の割合が数え直されます。
          </p>
          <TextField form={form} name="name" label={labels.name} required counter={100} />
          <SelectField
            form={form}
            name="departmentId"
            label={labels.departmentId}
            required
            hint={`${label}の初日にある所属です`}
            empty="選んでください"
            width="full"
            options={departments}
          />
          <Checkbox form={form} name="inScope" label="指標の対象にする" />
          <TextField
            form={form}
            name="excludedReason"
            label={labels.excludedReason}
            counter={100}
            hint="指標の対象にしないときに入力します"
          />
          <TextField
            form={form}
            name="predecessorCode"
            label={labels.predecessorCode}
            width="medium"
            hint={`${labelBefore}の一覧での番号。新しい事務事業なら空にします。${label}の改善や提案がひも付いたあとは、変えられません`}
          />
          <Actions>
            <Button>直す</Button>
            <ButtonLink kind="secondary" href={paths.projectYear(id)}>
              やめる
            </ButtonLink>
          </Actions>
        </VerbForm>
      ) : (
        <Refused reason={may.reason}>直す</Refused>
      )}
    </Page>
  )
}
