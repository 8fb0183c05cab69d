import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { closeSitting } from '#app/domain/committees/minutes.server'
import { mayClose } from '#app/domain/committees/policy'
import { BareForm } from '#app/domain/bare-form.server'
import { Actions, Button } from '#app/ui/form/actions'
import { VerbForm } from '#app/ui/form/form'
import { SittingVerbPage } from '#app/ui/sittings/sitting-page'
import { readForm, refuse } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { idParam } from '#app/web/params'
import { paths, withFlash } from '#app/web/paths'
import { titled } from '#app/web/title'
import { useForm } from '#app/web/use-form'
import { verb } from '#app/web/verb.server'
import { loadSitting } from './sitting.server'

export const loader = page(async (args) => ({
  sitting: await loadSitting(args, mayClose),
  form: await args.form(),
}))

export const action = verb(async ({ request, params, perform }) => {
  const form = await readForm(request, BareForm)
  if (!form.ok) return refuse(form)

  const sittingId = idParam(params, 'id')
  const outcome = await perform(form, (ctx) => closeSitting(ctx, { sittingId }))
  if (!outcome.ok) return refuse(form, outcome)

  return redirect(withFlash(paths.sitting(sittingId), 'sittingClosed'))
})

export const meta: MetaFunction = ({ matches }) => titled('会議を終える', matches)

export default function ClosingPage() {
  const { sitting, form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  return (
    <SittingVerbPage
      title="会議を終える"
      sitting={sitting}
      hrefs={{ sittings: paths.sittings(), sitting: paths.sitting(sitting.id) }}
      form={form}
    >
      <p>すべての議題の結果を記録したあとで終えます。終えたあとも、議事録は直せます。</p>
      <VerbForm form={form}>
        <Actions>
          <Button>会議を終える</Button>
        </Actions>
      </VerbForm>
    </SittingVerbPage>
  )
}
