import { decideProposal } from '#app/domain/proposals/committee-decision.server'
import { saveConsiderationDraft } from '#app/domain/proposals/consideration.server'
import { consultDepartment } from '#app/domain/proposals/consultation.server'
import { holdForRecheck } from '#app/domain/proposals/holding.server'
import { referToCouncil } from '#app/domain/proposals/council.server'
import { draftProposal } from '#app/domain/proposals/drafting.server'
import { completeImplementation, startImplementation } from '#app/domain/proposals/implementation.server'
import { acceptForReview, declineAtIntake } from '#app/domain/proposals/intake.server'
import { mergeInto } from '#app/domain/proposals/merging.server'
import { notifyDecisions } from '#app/domain/proposals/notice.server'
import { askProposer } from '#app/domain/proposals/proposer-questions.server'
import type { ProposalContent } from '#app/domain/proposals/content'
import type { DecisionText } from '#app/domain/proposals/committee'
import { submitProposal } from '#app/domain/proposals/submission.server'
import { meet } from '#tests/support/meetings.server'
import { contentIn } from '#tests/support/proposals.server'
import { answer, answerText, considerationsOf, decisionText, notAdopted } from '#tests/support/reviews.server'
import type { SmallTown } from '#tests/support/town.server'
import type { TestWorld } from '#tests/support/world.server'
import type { Players } from './parts.server'

/** Whose words they are, and what they write where the story does not care. */
export interface Telling {
  readonly world: TestWorld
  readonly town: SmallTown
  readonly players: Players
  /** Of the proposals; the lead author is `players.author`. */
  readonly content: Partial<ProposalContent>
}

/* Each brings a proposal on by one step; `to…` return its key, `move…` take it. */

export async function toDraft({ world, town, players, content }: Telling, title: string): Promise<number> {
  const { proposalId } = await world.act(players.author, (ctx) =>
    draftProposal(ctx, contentIn(town, { ...content, title })),
  )
  return proposalId
}

export async function toSubmitted(telling: Telling, title: string): Promise<number> {
  const proposalId = await toDraft(telling, title)
  await telling.world.act(telling.players.author, (ctx) => submitProposal(ctx, { proposalId, version: 1 }))
  return proposalId
}

export async function toDeclined(telling: Telling, title: string): Promise<number> {
  const proposalId = await toSubmitted(telling, title)
  await telling.world.act(telling.players.secretariat, (ctx) =>
    declineAtIntake(ctx, { proposalId, reasonCode: 'law', reason: '法令の定めにより受け付けられません。' }),
  )
  return proposalId
}

export async function toMerged(telling: Telling, title: string, intoId: number): Promise<number> {
  const proposalId = await toSubmitted(telling, title)
  await telling.world.act(telling.players.secretariat, (ctx) =>
    mergeInto(ctx, { proposalId, intoId, reason: '同じ窓口のことです。' }),
  )
  return proposalId
}

/** 市民課 alone is asked. */
export async function toConsidering(telling: Telling, title: string): Promise<number> {
  const { world, town, players } = telling
  const proposalId = await toSubmitted(telling, title)
  const { citizens } = town.departments
  await world.act(players.secretariat, (ctx) =>
    acceptForReview(ctx, {
      proposalId,
      leadDepartmentId: citizens,
      asked: [{ departmentId: citizens, dueOn: '2026-06-15' }],
    }),
  )
  return proposalId
}

/** 福祉課 is asked for its opinion. */
export async function toConsulted(telling: Telling, title: string, question: string): Promise<number> {
  const { world, town, players } = telling
  const proposalId = await toConsidering(telling, title)
  const considerationId = await recordOf(telling, proposalId)
  await world.act(players.head, (ctx) =>
    consultDepartment(ctx, { considerationId, departmentId: town.departments.welfare, question }),
  )
  return proposalId
}

export async function consultationOf({ world }: Telling): Promise<number> {
  const { id } = await world.reader.selectFrom('consultations').select('id').executeTakeFirstOrThrow()
  return id
}

export async function toAwaiting(telling: Telling, title: string): Promise<number> {
  const proposalId = await toConsidering(telling, title)
  await answer(telling.world, telling.players.head, await recordOf(telling, proposalId))
  return proposalId
}

/** The committee has met about it. */
export async function toMeeting(telling: Telling, title: string): Promise<number> {
  const proposalId = await toAwaiting(telling, title)
  const { chair, recused, secretariat } = telling.players
  const company = { secretariat, present: [chair, recused] }
  await meet(telling.world, 'improvementCommittee', [proposalId], company)
  return proposalId
}

/** The employee helps it on. */
export async function toHeld(telling: Telling, title: string): Promise<number> {
  const proposalId = await toMeeting(telling, title)
  const { chair, employee } = telling.players
  await telling.world.act(chair, (ctx) =>
    holdForRecheck(ctx, {
      ...{ proposalId, reason: 'もう少し育てるため。', recheckOn: '2026-12-01', helperId: employee },
    }),
  )
  return proposalId
}

export async function toCouncil(telling: Telling, title: string, summary: string): Promise<number> {
  const proposalId = await toMeeting(telling, title)
  await telling.world.act(telling.players.chair, (ctx) =>
    referToCouncil(ctx, {
      ...{ proposalId, kind: 'motion', subject: '窓口の進め方', summary, requestedDecision: '実施の可否' },
    }),
  )
  return proposalId
}

export async function toDecided(
  telling: Telling,
  title: string,
  change: Partial<DecisionText> = {},
): Promise<number> {
  const proposalId = await toMeeting(telling, title)
  await telling.world.act(telling.players.chair, (ctx) =>
    decideProposal(ctx, { proposalId, ...decisionText(telling.town, change) }),
  )
  return proposalId
}

export async function toNotified(
  telling: Telling,
  title: string,
  change: Partial<DecisionText> = {},
): Promise<number> {
  const proposalId = await toDecided(telling, title, change)
  await notify(telling, proposalId)
  return proposalId
}

export async function toNotAdopted(telling: Telling, title: string): Promise<number> {
  return toNotified(telling, title, notAdopted)
}

export async function toImplementing(telling: Telling, title: string): Promise<number> {
  const proposalId = await toNotified(telling, title)
  await telling.world.act(telling.players.member, (ctx) =>
    startImplementation(ctx, { proposalId, owner: '窓口係', plannedOn: '2026-10-01', nextReportOn: null }),
  )
  return proposalId
}

/** Carried out by the member, who therefore may not verify it. */
export async function toImplemented(telling: Telling, title: string): Promise<number> {
  const proposalId = await toImplementing(telling, title)
  await telling.world.act(telling.players.member, (ctx) =>
    completeImplementation(ctx, {
      ...{ proposalId, implementedOn: '2026-06-01', actualMinutesPerYear: 6000, actualYenPerYear: null },
      ...{ recurring: 1, actualEffect: '待ち時間が減りました。', evidence: '1週間の計測' },
    }),
  )
  return proposalId
}

export async function notify({ world, players }: Telling, proposalId: number): Promise<void> {
  await world.act(players.secretariat, (ctx) =>
    notifyDecisions(ctx, { entries: [{ proposalId, comment: '' }], closeOthers: false }),
  )
}

/** The consideration record of 市民課. */
export async function recordOf({ world, town }: Telling, proposalId: number): Promise<number> {
  return (await considerationsOf(world, proposalId)).get(town.departments.citizens) ?? 0
}

export async function writeDraftAnswer(telling: Telling, proposalId: number, grounds: string): Promise<void> {
  const considerationId = await recordOf(telling, proposalId)
  await telling.world.act(telling.players.member, (ctx) =>
    saveConsiderationDraft(ctx, { considerationId, version: 0, text: answerText({ grounds }) }),
  )
}

/** A question of 市民課 to the authors. */
export async function askedOf({ world, players }: Telling, proposalId: number): Promise<number> {
  await world.act(players.head, (ctx) => askProposer(ctx, { proposalId, question: '窓口はいくつですか。' }))
  const { id } = await world.reader
    .selectFrom('proposerQuestions')
    .select('id')
    .where('proposalId', '=', proposalId)
    .executeTakeFirstOrThrow()
  return id
}
