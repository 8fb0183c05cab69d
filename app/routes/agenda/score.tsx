import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { nameOfSitting } from '#app/domain/committees/sitting'
import { scoreForm } from '#app/domain/evaluation/forms.server'
import { mayScore } from '#app/domain/evaluation/policy'
import { findRubric } from '#app/domain/evaluation/rubrics.server'
import { findOwnSheet, saveScore } from '#app/domain/evaluation/scoring.server'
import { findAgendaAround, findAgendaSeenBy } from '#app/domain/proposals/sitting-lines.server'
import { insist } from '#app/domain/errors'
import { ErrorSummary } from '#app/ui/form/form'
import { Page } from '#app/ui/page'
import { AgendaTable } from '#app/ui/sittings/agenda-table'
import { ScoreForm } from '#app/ui/sittings/score-form'
import { readForm, refuse } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { idParam } from '#app/web/params'
import { paths, withFlash } from '#app/web/paths'
import { titled } from '#app/web/title'
import { useForm } from '#app/web/use-form'
import { verb } from '#app/web/verb.server'
import { rowOf } from '../sittings/row'
import { nextToScore } from './next-to-score'

export const loader = page(async ({ actor, db, params, form }) => {
  const { sitting, lines, line } = await findAgendaAround(db, actor, idParam(params, 'id'))
  insist(mayScore(actor, sitting, line))
  const { id, campaignId } = line
  const { criteria } = await findRubric(db, campaignId)
  const sheet = await findOwnSheet(db, actor.personId, id)
  const marks = (sheet?.marks ?? []).map((mark, place) => [`marks[${place}]`, String(mark)])
  return {
    id,
    sitting,
    line: { title: line.title, position: line.position, proposalHref: paths.proposal(line.proposalId) },
    criteria,
    hasNext: nextToScore(lines, id) !== null,
    form: await form({ ...Object.fromEntries(marks), opinion: sheet?.opinion ?? '' }),
    rows: lines.map((each) => rowOf(each, !each.isGone && mayScore(actor, sitting, each).ok)),
  }
})

export const action = verb(async ({ actor, db, request, params, perform }) => {
  const agendaItemId = idParam(params, 'id')
  const { sitting, line } = await findAgendaAround(db, actor, agendaItemId)
  const form = await readForm(request, scoreForm(await findRubric(db, line.campaignId)))
  if (!form.ok) return refuse(form)

  const outcome = await perform(form, (ctx) => saveScore(ctx, { agendaItemId, ...form.value }))
  if (!outcome.ok) return refuse(form, outcome)

  const { lines } = await findAgendaSeenBy(db, actor, sitting.id)
  const next = nextToScore(lines, agendaItemId)
  return redirect(
    next === null
      ? withFlash(paths.sitting(sitting.id), 'allScored')
      : withFlash(paths.score(next), 'scoreSaved'),
  )
})

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  titled(`採点：${data?.line.title ?? ''}`, matches)

export default function ScorePage() {
  const { id, sitting, line, criteria, hasNext, rows, form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  return (
    <Page
      title={`採点：${line.title}`}
      crumbs={[
        { href: paths.sittings(), label: '会議' },
        { href: paths.sitting(sitting.id), label: nameOfSitting(sitting) },
        { label: `採点 ${line.position}` },
      ]}
      meta={
        <>
          <a href={line.proposalHref} className="nav-link">
            提案の全文を見る
          </a>
          <a href={paths.recusal(id)} className="nav-link">
            除斥を申し出る
          </a>
        </>
      }
      wide
    >
      <ErrorSummary form={form} />
      <div className="score-desk">
        <section className="card form-flow" aria-label="採点">
          <p>ほかの委員の採点と平均は、自分が採点し、事務局が開示するまで表示しません。</p>
          <ScoreForm form={form} criteria={criteria} hasNext={hasNext} />
        </section>
        <AgendaTable rows={rows} selectable={false} scores judges counts={false} current={id} />
      </div>
    </Page>
  )
}
