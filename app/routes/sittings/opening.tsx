import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { openScores } from '#app/domain/committees/opening.server'
import { mayOpenScores } from '#app/domain/committees/policy'
import { insist } from '#app/domain/errors'
import { listRecusals, type Recusal } from '#app/domain/evaluation/recusals.server'
import { BareForm } from '#app/domain/bare-form.server'
import { findAgendaSeenBy } from '#app/domain/proposals/sitting-lines.server'
import { Actions, Button } from '#app/ui/form/actions'
import { VerbForm } from '#app/ui/form/form'
import { SittingVerbPage } from '#app/ui/sittings/sitting-page'
import { DataTable } from '#app/ui/table'
import { readForm, refuse } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { idParam } from '#app/web/params'
import { paths, withFlash } from '#app/web/paths'
import { titled } from '#app/web/title'
import { useForm } from '#app/web/use-form'
import { verb } from '#app/web/verb.server'

export const loader = page(async ({ actor, db, params, form }) => {
  const { sitting, lines } = await findAgendaSeenBy(db, actor, idParam(params, 'id'))
  insist(mayOpenScores(actor, sitting))
  const recusals = await listRecusals(db, { sittingId: sitting.id, heldOn: sitting.heldOn })
  return {
    sitting,
    lines: lines
      .filter(({ scoresOpenedAt }) => scoresOpenedAt === null)
      .map(({ id, title, sheets }) => ({ id, title, sheets, recused: keepingOut(recusals, id) })),
    form: await form(),
  }
})

/** How many people; who they are stands beside the vote. */
function keepingOut(recusals: readonly Recusal[], itemId: number): number {
  const ofItem = recusals.filter(({ agendaItemId }) => agendaItemId === itemId)
  return new Set(ofItem.map(({ personId }) => personId)).size
}

export const action = verb(async ({ request, params, perform }) => {
  const form = await readForm(request, BareForm)
  if (!form.ok) return refuse(form)

  const sittingId = idParam(params, 'id')
  const outcome = await perform(form, (ctx) => openScores(ctx, { sittingId }))
  if (!outcome.ok) return refuse(form, outcome)

  return redirect(withFlash(paths.sitting(sittingId), 'scoresOpened'))
})

export const meta: MetaFunction = ({ matches }) => titled('採点を開示する', matches)

export default function OpeningPage() {
  const { sitting, lines, form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  return (
    <SittingVerbPage
      title="採点を開示する"
      sitting={sitting}
      hrefs={{ sittings: paths.sittings(), sitting: paths.sitting(sitting.id) }}
      form={form}
    >
      <p>
        平均と点数の開きを、採点した委員に見せます。開示したあとは、採点も変更もできません。取り消しはできません。
      </p>
      <DataTable
        caption={`開示する議題（${lines.length}件）`}
        rows={lines}
        keyOf={({ id }) => id}
        columns={[
          { key: 'title', label: '提案', names: true, cell: ({ title }) => title },
          { key: 'sheets', label: '採点した委員', figures: true, cell: ({ sheets }) => `${sheets}人` },
          { key: 'recused', label: '除斥', figures: true, cell: ({ recused }) => `${recused}人` },
        ]}
      />
      <VerbForm form={form}>
        <Actions>
          <Button>{lines.length}件の採点を開示する</Button>
        </Actions>
      </VerbForm>
    </SittingVerbPage>
  )
}
