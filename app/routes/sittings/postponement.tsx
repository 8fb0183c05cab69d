import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ChosenItemsForm } from '#app/domain/proposals/committee-forms.server'
import { postponeItems } from '#app/domain/proposals/sitting-steps.server'
import { Actions, Button, ButtonLink } from '#app/ui/form/actions'
import { VerbForm } from '#app/ui/form/form'
import { ChosenItems } from '#app/ui/sittings/chosen-items'
import { SittingVerbPage } from '#app/ui/sittings/sitting-page'
import { readForm, refuse } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { idParam } from '#app/web/params'
import { paths, withFlash } from '#app/web/paths'
import { titled } from '#app/web/title'
import { useForm } from '#app/web/use-form'
import { verb } from '#app/web/verb.server'
import { loadChosen } from './chosen.server'

export const loader = page(async (args) => ({ ...(await loadChosen(args)), form: await args.form() }))

export const action = verb(async ({ request, params, perform }) => {
  const form = await readForm(request, ChosenItemsForm)
  if (!form.ok) return refuse(form)

  const sittingId = idParam(params, 'id')
  const outcome = await perform(form, (ctx) =>
    postponeItems(ctx, { sittingId, agendaItemIds: form.value.chosen }),
  )
  if (!outcome.ok) return refuse(form, outcome)

  return redirect(withFlash(paths.sitting(sittingId), 'itemsPostponed'))
})

export const meta: MetaFunction = ({ matches }) => titled('次回へ回す', matches)

export default function PostponementPage() {
  const { sitting, lines, form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  return (
    <SittingVerbPage
      title="次回へ回す"
      sitting={sitting}
      hrefs={{ sittings: paths.sittings(), sitting: paths.sitting(sitting.id) }}
      form={form}
    >
      <p>{lines.length}件をこの会議では審議せず、次の会議の議題の候補に戻します。提案者に知らされます。</p>
      <VerbForm form={form}>
        <ChosenItems lines={lines} />
        <Actions>
          <Button>{lines.length}件を次回へ回す</Button>
          <ButtonLink kind="text" href={paths.sitting(sitting.id)}>
            選び直す
          </ButtonLink>
        </Actions>
      </VerbForm>
    </SittingVerbPage>
  )
}
