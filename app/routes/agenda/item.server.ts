import { memberQueries, membersOf } from '#app/domain/committees/attendance.server'
import { seatingFor } from '#app/domain/committees/resolutions.server'
import { insist, NotFound } from '#app/domain/errors'
import { recusalsOf } from '#app/domain/evaluation/recusals.server'
import { findItemSeenBy } from '#app/domain/committees/agenda.server'
import { together } from '#app/domain/nested.server'
import { mayResolve } from '#app/domain/committees/policy'
import { recusal } from '#app/domain/proposals/committee-policy'
import { listDecisionChoices } from '#app/domain/proposals/committee-choices.server'
import { findSubjectSeenBy } from '#app/domain/proposals/consideration-subject.server'
import { no, yes } from '#app/domain/verdict'
import type { PageArgs } from '#app/web/page.server'
import { idParam } from '#app/web/params'
import type { SittingBody } from '#app/domain/committees/sitting'

/** What the form of a result needs: the item, who votes on it, and what can be chosen. 403 for whoever may not. */
export async function loadResolving({ actor, db, today, params }: PageArgs, body: SittingBody) {
  const { item, sitting } = await findItemSeenBy(db, actor, idParam(params, 'id'))
  if (sitting.body !== body) throw new NotFound()
  const { facts, subject } = await findSubjectSeenBy(db, actor, item.proposalId)
  const reason = recusal(actor, facts)
  insist(mayResolve(actor, sitting))
  insist(item.resolvedAt === null ? yes : no('この議題の結果は、すでに記録されています。'))
  insist(reason === null ? yes : no(reason))
  const { recused, ...seated } = await together(db, {
    ...memberQueries(db, sitting),
    recused: recusalsOf(db, { agendaItemId: item.id, heldOn: sitting.heldOn }),
  })
  const { presider, voters } = seatingFor(
    membersOf(seated).filter(({ isPresent }) => isPresent),
    recused.map(({ personId }) => personId),
  )
  return {
    item,
    sitting,
    leadDepartmentId: facts.leadDepartmentId,
    subject,
    presider: presider?.name ?? null,
    voters: voters.map(({ personId, name }) => ({ personId, name })),
    choices: await listDecisionChoices(db, item.proposalId, today),
  }
}

/** Votes as the form starts them: everybody for it. */
export function startedVotes(voters: readonly { personId: number }[]): Record<string, string> {
  return {
    manner: 'consensus',
    ...Object.fromEntries(voters.map((_, place) => [`votes[${place}].vote`, 'for'])),
  }
}
