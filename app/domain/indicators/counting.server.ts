import { firstDayOf, lastDayOf } from '../calendar'
import type { Ctx } from '../context'
import type { Logged } from '../events/event'
import { isOfOffice } from '../events/of-office'
import { listCandidates, type SourceScope } from './candidates.server'
import { countedOf, type CountingBasis } from './counting'
import { byYear, removeEvidence, summarise, writeEvidence } from './evidence.server'

/**
 * Reaction: keeps the evidence and its summary in step with what happened, in the transaction of the act itself.
 * Runs after the library has shelved the improvement.
 */
export async function countImprovement(ctx: Ctx, event: Logged): Promise<void> {
  if (isOfOffice(event)) return
  switch (event.kind) {
    case 'practice.confirmed':
      return recount(ctx, { practiceId: event.practiceId })
    case 'proposal.notified':
    case 'implementation.started':
    case 'implementation.completed':
    case 'implementation.abandoned':
      return recount(ctx, { proposalId: event.proposalId })
    case 'fiscalYear.opened':
    case 'projects.carriedOver':
    case 'project.changed':
      return recountYear(ctx, event.fiscalYear)
    case 'fiscalYear.changed':
      return 'countingBasis' in event.after ? recountYear(ctx, event.fiscalYear) : undefined
    case 'proposal.drafted':
    case 'proposal.discarded':
    case 'proposal.draftWarned':
    case 'proposal.coAuthorJoined':
    case 'proposal.coAuthorLeft':
    case 'proposal.submitted':
    case 'proposal.returned':
    case 'proposal.accepted':
    case 'proposal.declined':
    case 'proposal.informed':
    case 'proposal.merged':
    case 'proposal.mergerUndone':
    case 'proposal.authorsRevealed':
    case 'proposal.putOnAgenda':
    case 'proposal.referred':
    case 'proposal.returnedFromCouncil':
    case 'proposal.decided':
    case 'proposal.held':
    case 'proposal.cameBack':
    case 'proposal.holdNoted':
    case 'delegation.named':
    case 'delegation.ended':
    case 'fiscalYear.closed':
    case 'project.added':
    case 'yearCheck.made':
    case 'yearCheck.takenBack':
    case 'proposal.closed':
    case 'proposal.withdrawn':
    case 'proposal.supported':
    case 'proposal.supportWithdrawn':
    case 'consideration.asked':
    case 'consideration.takenUp':
    case 'consideration.answered':
    case 'consideration.extended':
    case 'consideration.reassigned':
    case 'proposal.asked':
    case 'proposal.replied':
    case 'consideration.closed':
    case 'proposal.talkedOver':
    case 'consultation.asked':
    case 'consultation.answered':
    case 'implementation.reported':
    case 'implementation.verified':
    case 'practice.drafted':
    case 'practice.discarded':
    case 'practice.draftWarned':
    case 'practice.reported':
    case 'practice.returned':
    case 'proposal.postponed':
    case 'memo.shared':
    case 'memo.joined':
    case 'memo.left':
    case 'sitting.planned':
    case 'sitting.changed':
    case 'sitting.reordered':
    case 'sitting.papersSent':
    case 'sitting.scoresOpened':
    case 'sitting.attended':
    case 'sitting.minutesWritten':
    case 'sitting.closed':
    case 'score.saved':
    case 'recusal.declared':
    case 'agenda.resolved':
    case 'rubric.changed':
    case 'spread.recorded':
    case 'improvement.remarked':
    case 'improvement.guided':
    case 'improvement.followedUp':
    case 'round.opened':
    case 'round.answered':
    case 'round.closed':
    case 'round.reopened':
      return
  }
}

/**
 * Counts a whole year anew: after its settings changed, when it is opened, for what already has its day in it, and when
 * its 事務事業 are carried over, since what was merged counts with the one that it went into.
 * A year that is closed keeps its figures.
 */
export async function recountYear(ctx: Ctx, fiscalYear: number): Promise<void> {
  const bases = await findOpenBases(ctx)
  if (!bases.has(fiscalYear)) return
  const candidates = await listCandidates(ctx.tx, {
    from: firstDayOf(fiscalYear),
    to: lastDayOf(fiscalYear),
  })
  const counted = candidates
    .flatMap((candidate) => countedOf(candidate, bases))
    .filter((row) => row.fiscalYear === fiscalYear)
  await ctx.tx.deleteFrom('countedImprovements').where('fiscalYear', '=', fiscalYear).execute()
  await writeEvidence(ctx, counted)
  await summarise(ctx, fiscalYear)
}

async function recount(ctx: Ctx, scope: SourceScope): Promise<void> {
  const bases = await findOpenBases(ctx)
  const candidates = await listCandidates(ctx.tx, scope)
  const before = await removeEvidence(ctx, scope, [...bases.keys()])
  const counted = candidates.flatMap((candidate) => countedOf(candidate, bases))
  const after = await writeEvidence(ctx, counted)
  for (const [fiscalYear, projectIds] of byYear([...before, ...after])) {
    await summarise(ctx, fiscalYear, projectIds)
  }
}

/** Which day counts, in the years whose figures may still move. */
async function findOpenBases(ctx: Ctx): Promise<Map<number, CountingBasis>> {
  const years = await ctx.tx
    .selectFrom('fiscalYears')
    .select(['fiscalYear', 'countingBasis'])
    .where((eb) => eb.or([eb('closedAt', 'is', null), eb('closedAt', '>', ctx.now)]))
    .execute()
  return new Map(years.map(({ fiscalYear, countingBasis }) => [fiscalYear, countingBasis]))
}
