import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listAgendaItems } from '#app/domain/committees/agenda.server'
import { sendPapers } from '#app/domain/committees/papers.server'
import { maySendPapers } from '#app/domain/committees/policy'
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

export const loader = page(async (args) => {
  const sitting = await loadSitting(args, maySendPapers)
  const items = await listAgendaItems(args.db, sitting.id)
  return { sitting, items: items.length, form: await args.form() }
})

export const action = verb(async ({ request, params, perform }) => {
  const form = await readForm(request, BareForm)
  if (!form.ok) return refuse(form)

  const sittingId = idParam(params, 'id')
  const outcome = await perform(form, (ctx) => sendPapers(ctx, { sittingId }))
  if (!outcome.ok) return refuse(form, outcome)

  return redirect(withFlash(paths.sitting(sittingId), 'papersSent'))
})

export const meta: MetaFunction = ({ matches }) => titled('資料を送る', matches)

export default function PapersPage() {
  const { sitting, items, form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  return (
    <SittingVerbPage
      title="資料を送る"
      sitting={sitting}
      hrefs={{ sittings: paths.sittings(), sitting: paths.sitting(sitting.id) }}
      form={form}
    >
      <p>
        議題{items}件の資料を委員に知らせます。
        {sitting.body === 'improvementCommittee' &&
          '委員は採点を始められます。このあと、採点表は変えられません。議題の追加と順番の変更はできます。'}
      </p>
      <VerbForm form={form}>
        <Actions>
          <Button>{items}件の資料を送る</Button>
        </Actions>
      </VerbForm>
    </SittingVerbPage>
  )
}
