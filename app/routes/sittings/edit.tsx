import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { wareki } from '#app/domain/calendar'
import { SittingChangeForm } from '#app/domain/committees/forms.server'
import { mayChangeSitting } from '#app/domain/committees/policy'
import { changeSitting } from '#app/domain/committees/sittings.server'
import { Actions, Button } from '#app/ui/form/actions'
import { VerbForm } from '#app/ui/form/form'
import { SittingFields, sittingLabels } from '#app/ui/sittings/sitting-fields'
import { SittingVerbPage } from '#app/ui/sittings/sitting-page'
import { readForm, refuse } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { idParam } from '#app/web/params'
import { paths, withFlash } from '#app/web/paths'
import { titled } from '#app/web/title'
import { useForm } from '#app/web/use-form'
import { verb } from '#app/web/verb.server'
import { loadSitting } from './sitting.server'

export const loader = page(async (args) => {
  const sitting = await loadSitting(args, mayChangeSitting)
  const { heldOn, startsAt, place, version } = sitting
  return { sitting, form: await args.form({ heldOn: wareki(heldOn), startsAt, place }, version) }
})

export const action = verb(async ({ request, params, perform }) => {
  const form = await readForm(request, SittingChangeForm)
  if (!form.ok) return refuse(form)

  const sittingId = idParam(params, 'id')
  const outcome = await perform(form, (ctx) =>
    changeSitting(ctx, { sittingId, version: form.version, ...form.value }),
  )
  if (!outcome.ok) return refuse(form, outcome, sittingLabels)

  return redirect(withFlash(paths.sitting(sittingId), 'sittingChanged'))
})

export const meta: MetaFunction = ({ matches }) => titled('会議の予定を変える', matches)

export default function SittingEditPage() {
  const { sitting, form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  return (
    <SittingVerbPage
      title="会議の予定を変える"
      sitting={sitting}
      hrefs={{ sittings: paths.sittings(), sitting: paths.sitting(sitting.id) }}
      form={form}
      labels={sittingLabels}
    >
      <p>変更は、委員に知らせます。</p>
      <VerbForm form={form}>
        <SittingFields form={form} />
        <Actions>
          <Button>予定を変える</Button>
        </Actions>
      </VerbForm>
    </SittingVerbPage>
  )
}
