import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findItemSeenBy } from '#app/domain/committees/agenda.server'
import { insist } from '#app/domain/errors'
import { RecusalForm } from '#app/domain/evaluation/forms.server'
import { mayDeclareRecusal } from '#app/domain/evaluation/policy'
import { declareRecusal } from '#app/domain/evaluation/declaring.server'
import { findScorableFor } from '#app/domain/evaluation/scoring.server'
import { findSubject } from '#app/domain/proposals/consideration-subject.server'
import { Actions, Button } from '#app/ui/form/actions'
import { TextArea } from '#app/ui/form/fields'
import { VerbForm } from '#app/ui/form/form'
import { SittingVerbPage } from '#app/ui/sittings/sitting-page'
import { readForm, refuse } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { idParam } from '#app/web/params'
import { paths, withFlash } from '#app/web/paths'
import { titled } from '#app/web/title'
import { useForm } from '#app/web/use-form'
import { verb } from '#app/web/verb.server'

export const loader = page(async ({ actor, db, params, form }) => {
  const { item, sitting } = await findItemSeenBy(db, actor, idParam(params, 'id'))
  insist(mayDeclareRecusal(actor, await findScorableFor(db, actor, item.id)))
  const { title } = await findSubject(db, item.proposalId)
  return { sitting, title, form: await form() }
})

export const action = verb(async ({ actor, db, request, params, perform }) => {
  const { item, sitting } = await findItemSeenBy(db, actor, idParam(params, 'id'))
  const form = await readForm(request, RecusalForm)
  if (!form.ok) return refuse(form)

  const outcome = await perform(form, (ctx) => declareRecusal(ctx, { agendaItemId: item.id, ...form.value }))
  if (!outcome.ok) return refuse(form, outcome)

  return redirect(withFlash(paths.sitting(sitting.id), 'recusalDeclared'))
})

export const meta: MetaFunction = ({ matches }) => titled('除斥を申し出る', matches)

export default function RecusalPage() {
  const { sitting, title, form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  return (
    <SittingVerbPage
      title="除斥を申し出る"
      sitting={sitting}
      hrefs={{ sittings: paths.sittings(), sitting: paths.sitting(sitting.id) }}
      form={form}
    >
      <p>
        「{title}
        」の採点と採決に加わらないことにします。すでに採点していて、まだ開示されていないときは、その採点を取り消します。申し出は取り消せません。
      </p>
      <VerbForm form={form}>
        <TextArea
          form={form}
          name="reason"
          label="除斥を申し出る理由"
          required
          readers="事務局だけが読みます。"
        />
        <Actions>
          <Button>除斥を申し出る</Button>
        </Actions>
      </VerbForm>
    </SittingVerbPage>
  )
}
