import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listBureaus } from '#app/domain/organisation/departments-lookup.server'
import { DepartmentForm } from '#app/domain/organisation/forms.server'
import { editDepartment } from '#app/domain/organisation/keeping-departments.server'
import { DepartmentFields } from '#app/ui/admin/department-fields'
import { Actions, Button } from '#app/ui/form/actions'
import { ErrorSummary, VerbForm } from '#app/ui/form/form'
import { Page } from '#app/ui/page'
import { readForm, refuse } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { paths, withFlash } from '#app/web/paths'
import { titled } from '#app/web/title'
import { useForm } from '#app/web/use-form'
import { verb } from '#app/web/verb.server'
import { loadDepartment } from './loading.server'

export const loader = page(async (args) => {
  const department = await loadDepartment(args)
  const { name, parentId } = department
  return {
    department,
    bureaus: await listBureaus(args.db, args.today),
    form: await args.form({ name, parentId: parentId === null ? '' : String(parentId) }),
  }
})

export const action = verb(async (args) => {
  const { id: departmentId } = await loadDepartment(args)
  const form = await readForm(args.request, DepartmentForm)
  if (!form.ok) return refuse(form)

  const outcome = await args.perform(form, (ctx) => editDepartment(ctx, { departmentId, ...form.value }))
  if (!outcome.ok) return refuse(form, outcome)

  return redirect(withFlash(paths.keptDepartment(departmentId), 'departmentEdited'))
})

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  titled(`所属の変更：${data?.department.name ?? ''}`, matches)

export default function EditDepartmentPage() {
  const { department, bureaus, form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  return (
    <Page
      title={`所属の変更：${department.name}`}
      heading="所属の変更"
      crumbs={[
        { href: paths.admin(), label: '管理' },
        { href: paths.keptDepartments(), label: '所属' },
        { href: paths.keptDepartment(department.id), label: department.name },
        { label: '所属の変更' },
      ]}
      meta={<span>{`${department.code}　${department.name}`}</span>}
    >
      <ErrorSummary form={form} />
      <p>
        誤りを直すためのものです。すぐに、過去の記録の表示でも変わります。ある日から名前や部が変わるときは、
        <a href={paths.reorganisations()}>組織改正</a>を使ってください。
      </p>
      <VerbForm form={form}>
        <DepartmentFields form={form} bureaus={bureaus} />
        <Actions>
          <Button>変更する</Button>
        </Actions>
      </VerbForm>
    </Page>
  )
}
