import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PersonForm } from '#app/domain/organisation/forms.server'
import { editPerson } from '#app/domain/organisation/keeping-people.server'
import { PersonFields } from '#app/ui/admin/person-fields'
import { PersonVerb } from '#app/ui/admin/person-verb'
import { Actions, Button } from '#app/ui/form/actions'
import { VerbForm } from '#app/ui/form/form'
import { readForm, refuse } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { paths, withFlash } from '#app/web/paths'
import { titled } from '#app/web/title'
import { useForm } from '#app/web/use-form'
import { verb } from '#app/web/verb.server'
import { loadPerson } from './loading.server'

export const loader = page(async (args) => {
  const person = await loadPerson(args)
  const { name, kana, email, employmentType } = person
  return { person, form: await args.form({ name, kana, email: email ?? '', employmentType }) }
})

export const action = verb(async (args) => {
  const { id } = await loadPerson(args)
  const form = await readForm(args.request, PersonForm)
  if (!form.ok) return refuse(form)

  const outcome = await args.perform(form, (ctx) => editPerson(ctx, { personId: id, ...form.value }))
  if (!outcome.ok) return refuse(form, outcome)

  return redirect(withFlash(paths.staffMember(id), 'personEdited'))
})

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  titled(`氏名などの変更：${data?.person.name ?? ''}`, matches)

export default function EditPersonPage() {
  const { person, form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  return (
    <PersonVerb title="氏名などの変更" person={person} href={paths.staffMember(person.id)} form={form}>
      <VerbForm form={form}>
        <PersonFields form={form} />
        <Actions>
          <Button>変更する</Button>
        </Actions>
      </VerbForm>
    </PersonVerb>
  )
}
