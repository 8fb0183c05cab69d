import type { Ctx } from '#app/domain/context'
import { askAgain } from '#app/domain/proposals/committee-question.server'
import { recordCouncilOutcome } from '#app/domain/proposals/council.server'
import { holdForRecheck } from '#app/domain/proposals/holding.server'
import { completeImplementation, verifyEffect } from '#app/domain/proposals/implementation.server'
import { reportProgress, revertImplementation } from '#app/domain/proposals/implementation-report.server'
import { declineAtIntake, informOnly, returnForRevision } from '#app/domain/proposals/intake.server'
import { closeProposal, notifyDecisions } from '#app/domain/proposals/notice.server'
import { mergeInto } from '#app/domain/proposals/merging.server'
import { withdrawProposal } from '#app/domain/proposals/withdrawal.server'
import type { Players, Signed } from '#tests/access/parts.server'
import * as story from '#tests/access/story.server'
import { answer, notAdopted } from '#tests/support/reviews.server'
import { meet } from '#tests/support/meetings.server'
import type { SmallTown } from '#tests/support/town.server'
import type { TestWorld } from '#tests/support/world.server'
import { hostileText as text } from './strings'

const title = '<img src=x onerror=alert(0)>'
const day = '2026-06-01'

function tellingIn(world: TestWorld, town: SmallTown, players: Players) {
  const content = {
    ...{ currentSituation: text, proposal: text, concerns: text, expectedEffect: text },
    ...{ cost: '<svg onload=alert(0)>', groupName: '<script>alert(0)</script>' },
    coAuthorIds: [players.coAuthor],
  }
  const by = <T>(part: Signed, command: (ctx: Ctx) => Promise<T>) => world.act(players[part], command)
  return { telling: { world, town, players, content }, by }
}

/** Those that went through every hand. */
export async function reviewed(world: TestWorld, town: SmallTown, players: Players): Promise<number[]> {
  const { telling, by } = tellingIn(world, town, players)
  const decided = { reason: text, owner: '<b>係</b>', part: text, decision: 'partlyAdopted' } as const

  const verified = await story.toDecided(telling, title, decided)
  const entries = [{ proposalId: verified, comment: text }]
  await by('secretariat', (ctx) => notifyDecisions(ctx, { entries, closeOthers: false }))
  const implementing = await story.toImplementing(telling, title)
  const progress = { status: 'inProgress', text, nextReportOn: '2026-07-01' } as const
  await by('member', (ctx) => reportProgress(ctx, { proposalId: implementing, version: 2, ...progress }))
  const completion = {
    ...{ implementedOn: day, actualMinutesPerYear: 60, actualYenPerYear: null, recurring: 1 as const },
    ...{ actualEffect: text, evidence: text },
  }
  await by('member', (ctx) => completeImplementation(ctx, { proposalId: implementing, ...completion }))
  await by('author', (ctx) => verifyEffect(ctx, { proposalId: implementing, verification: text }))
  const reverted = await story.toImplemented(telling, title)
  await by('head', (ctx) => revertImplementation(ctx, { proposalId: reverted, lesson: text }))
  const refused = await story.toNotified(telling, title, { ...notAdopted, reason: text, possibleWhen: text })
  await by('secretariat', (ctx) => closeProposal(ctx, { proposalId: refused, reason: text }))

  const council = await story.toCouncil(telling, title, text)
  const outcome = { outcome: text, decision: null }
  const company = { secretariat: players.secretariat, present: [players.council] }
  await meet(world, 'policyCouncil', [council], company)
  await by('council', (ctx) => recordCouncilOutcome(ctx, { proposalId: council, ...outcome }))
  const held = await story.toMeeting(telling, title)
  const hold = { reason: text, recheckOn: '2026-09-01', helperId: players.employee }
  await by('chair', (ctx) => holdForRecheck(ctx, { proposalId: held, ...hold }))
  return [verified, implementing, reverted, refused, council, held]
}

/** Those whose way ended or turned before, and those that are being considered. */
export async function endedOnTheWay(world: TestWorld, town: SmallTown, players: Players): Promise<number[]> {
  const { telling, by } = tellingIn(world, town, players)
  const { citizens } = town.departments

  const answered = await story.toConsidering(telling, title)
  await answer(world, players.head, await story.recordOf(telling, answered), {
    ...{ stance: 'difficult', reasonCode: 'law', grounds: text, possibleWhen: text, laws: text },
    ...{ expectedEffect: text, consulted: text, wordToProposer: text, plannedOn: null, owner: '' },
  })
  const question = { heldOn: day, question: text, departmentIds: [citizens], dueOn: null }
  await by('chair', (ctx) => askAgain(ctx, { proposalId: answered, ...question }))
  await story.writeDraftAnswer(telling, answered, text)

  const returned = await story.toSubmitted(telling, title)
  await by('secretariat', (ctx) => returnForRevision(ctx, { proposalId: returned, missing: text }))
  const declined = await story.toSubmitted(telling, title)
  const refusal = { proposalId: declined, reasonCode: 'law', reason: text }
  await by('secretariat', (ctx) => declineAtIntake(ctx, refusal))
  const informed = await story.toSubmitted(telling, title)
  const information = { proposalId: informed, departmentId: citizens, reason: text }
  await by('secretariat', (ctx) => informOnly(ctx, information))
  const merged = await story.toSubmitted(telling, title)
  await by('secretariat', (ctx) => mergeInto(ctx, { proposalId: merged, intoId: answered, reason: text }))
  const withdrawn = await story.toConsidering(telling, title)
  await by('author', (ctx) => withdrawProposal(ctx, { proposalId: withdrawn, reason: text }))
  return [answered, returned, declined, informed, merged, withdrawn]
}
