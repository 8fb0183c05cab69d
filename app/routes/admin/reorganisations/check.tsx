import { data, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { wareki } from '#app/domain/calendar'
import { ChangedMeanwhile, NotFound } from '#app/domain/errors'
import { BareForm } from '#app/domain/bare-form.server'
import { findReorganisation } from '#app/domain/reorganisation/lookup.server'
import { maySchedule } from '#app/domain/reorganisation/policy'
import { stateOf } from '#app/domain/reorganisation/reorganisation'
import { scheduleReorganisation } from '#app/domain/reorganisation/scheduling.server'
import { MovedPeople } from '#app/ui/admin/moved-people'
import { MovedProjects } from '#app/ui/admin/moved-projects'
import { MovedWork } from '#app/ui/admin/moved-work'
import { ReorganisationChip } from '#app/ui/admin/reorganisation-chip'
import { Actions, Button, ButtonLink, Refused } from '#app/ui/form/actions'
import { ErrorSummary, VerbForm } from '#app/ui/form/form'
import { Page } from '#app/ui/page'
import { readForm, refuse } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { paths, withFlash } from '#app/web/paths'
import { titled } from '#app/web/title'
import { useForm } from '#app/web/use-form'
import { verb } from '#app/web/verb.server'
import { loadReorganisation } from './loading.server'
import { loadMoves } from './moves.server'

export const loader = page(async (args) => {
  const plan = await loadReorganisation(args)
  const state = stateOf(plan, args.today)
  if (state === 'cancelled') throw new NotFound()
  const { id, name, effectiveOn, version } = plan
  const verdict = maySchedule(args.actor, plan, args.today)
  return {
    ...{ id, name, effectiveOn, state },
    refusal: state === 'draft' && !verdict.ok ? verdict.reason : null,
    moves: await loadMoves(args, plan),
    form: await args.form({}, version),
  }
})

/** 「予定する」: what was shown takes effect on its day. */
export const action = verb(async (args) => {
  const { id } = await loadReorganisation(args)
  const form = await readForm(args.request, BareForm)
  if (!form.ok) return refuse(form)

  const { version } = form
  const outcome = await args.perform(form, (ctx) =>
    scheduleReorganisation(ctx, { reorganisationId: id, version }),
  )
  if (!outcome.ok && outcome.error instanceof ChangedMeanwhile) {
    const overtaken = `確認のあとで${outcome.error.changedBy}が内容を変えたため、予定していません。今の内容を確かめてください。`
    const now = await findReorganisation(args.db, id)
    return data({ form: { ...form.state, version: now.version, formErrors: [overtaken] } }, { status: 409 })
  }
  if (!outcome.ok) return refuse(form, outcome)

  return redirect(withFlash(paths.reorganisation(id), 'reorganisationScheduled'))
})

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) =>
  titled(`組織改正で移るもの：${loaded?.name ?? ''}`, matches)

export default function CheckPage() {
  const { id, name, effectiveOn, state, refusal, moves, form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  const { faults, open, left, coming } = moves
  const reasons = [
    ...(refusal ? [refusal] : []),
    ...faults,
    ...(open > 0 ? [`移る先を選んでいない事務事業が${open}件あります。`] : []),
  ]
  return (
    <Page
      title={`組織改正で移るもの：${name}`}
      heading="移るものを確かめる"
      crumbs={[
        { href: paths.admin(), label: '管理' },
        { href: paths.reorganisations(), label: '組織改正' },
        { href: paths.reorganisation(id), label: name },
        { label: '移るもの' },
      ]}
      badge={<ReorganisationChip state={state} />}
      meta={<span>{wareki(effectiveOn)}施行</span>}
      wide
    >
      <ErrorSummary form={form} />
      <p>
        過去の提案、改善、年度の数値は、そのときの所属の名前のまま残ります。確定した年度の数値は変わりません。
      </p>
      <MovedWork rows={moves.work} />
      <MovedPeople {...moves.people} effectiveOn={effectiveOn} isDraft={state === 'draft'} />
      <MovedProjects
        projects={moves.projects}
        firstYear={moves.firstYear}
        choice={state === 'draft' && moves.hasChoice ? paths.reorganisationProjects(id) : null}
        open={open}
        left={left}
        coming={coming}
        placement={state !== 'draft' && left > 0 ? paths.reorganisationPlacement(id) : null}
        placed={state === 'draft' ? null : moves.placed}
      />
      {state === 'draft' && reasons.length > 0 && <Refused reason={reasons.join('')}>予定する</Refused>}
      {state === 'draft' && reasons.length === 0 && (
        <VerbForm form={form}>
          <Actions>
            <Button>予定する</Button>
            <ButtonLink kind="secondary" href={paths.reorganisation(id)}>
              案に戻る
            </ButtonLink>
          </Actions>
        </VerbForm>
      )}
    </Page>
  )
}
