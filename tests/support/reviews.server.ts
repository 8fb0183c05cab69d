import type { DecisionText } from '#app/domain/proposals/committee'
import { decideProposal } from '#app/domain/proposals/committee-decision.server'
import type { ConsiderationText } from '#app/domain/proposals/consideration'
import { answerConsideration } from '#app/domain/proposals/consideration.server'
import { startImplementation } from '#app/domain/proposals/implementation.server'
import { notifyDecisions } from '#app/domain/proposals/notice.server'
import { committeeMeets } from '#tests/support/meetings.server'
import { accepted } from '#tests/support/proposals.server'
import { remembering } from '#tests/support/remembering.server'
import type { PersonName, SmallTown } from '#tests/support/town.server'
import type { TestWorld } from '#tests/support/world.server'

/** 「実施する」, complete as it stands. */
export function answerText(change: Partial<ConsiderationText> = {}): ConsiderationText {
  return {
    stance: 'do',
    grounds: '窓口の列を短くでき、来庁者の負担が減るため、実施します。',
    part: '',
    conditions: '',
    trial: '',
    alternative: '',
    reasonCode: null,
    possibleWhen: '',
    plannedOn: '2026-10-01',
    owner: '窓口係',
    costYen: null,
    expectedEffect: '',
    laws: '',
    consulted: '',
    reference: '',
    wordToProposer: '',
    ...change,
  }
}

/** 「採用」 of 市民課 for its 窓口サービス事業, complete as it stands. */
export function decisionText(town: SmallTown, change: Partial<DecisionText> = {}): DecisionText {
  return {
    decision: 'adopted',
    heldOn: '2026-06-01',
    reason: '来庁者の負担が減り、費用も小さいため、採用します。',
    part: '',
    reasonCode: null,
    possibleWhen: '',
    reference: '',
    directive: null,
    implementingDepartmentId: town.departments.citizens,
    owner: '窓口係',
    plannedOn: '2026-10-01',
    targetProjectId: town.projects.counter,
    recheckOn: null,
    helperId: null,
    ...change,
  }
}

export const notAdopted: Partial<DecisionText> = {
  decision: 'notAdopted',
  reasonCode: 'budget',
  possibleWhen: '庁舎の改修の時期になれば',
}

/** The records of a proposal's latest round, by the department asked. */
export async function considerationsOf(world: TestWorld, proposalId: number): Promise<Map<number, number>> {
  const rows = await world.reader
    .selectFrom('considerations')
    .select(['departmentId', 'id'])
    .where('proposalId', '=', proposalId)
    .orderBy('round')
    .execute()
  return new Map(rows.map(({ departmentId, id }) => [departmentId, id]))
}

export async function answer(
  world: TestWorld,
  by: number,
  considerationId: number,
  change: Partial<ConsiderationText> = {},
): Promise<void> {
  await world.act(by, (ctx) =>
    answerConsideration(ctx, { considerationId, version: 0, text: answerText(change) }),
  )
}

/** Each returns the key of a proposal brought as far as its name says, by the commands themselves. */
export const awaitingCommittee = remembering(
  'awaitingCommittee',
  async (
    world: TestWorld,
    town: SmallTown,
    telling: { by?: PersonName; title?: string } = {},
  ): Promise<number> => {
    const proposalId = await accepted(world, town, telling)
    const records = await considerationsOf(world, proposalId)
    await answer(world, town.people.takahashi, records.get(town.departments.citizens) ?? 0)
    await answer(world, town.people.watanabe, records.get(town.departments.tax) ?? 0)
    return proposalId
  },
)

export const decided = remembering(
  'decided',
  async (world: TestWorld, town: SmallTown, change: Partial<DecisionText> = {}): Promise<number> => {
    const proposalId = await awaitingCommittee(world, town)
    await committeeMeets(world, town, proposalId)
    await world.act(town.people.ito, (ctx) =>
      decideProposal(ctx, { proposalId, ...decisionText(town, change) }),
    )
    return proposalId
  },
)

export const notified = remembering(
  'notified',
  async (world: TestWorld, town: SmallTown, change: Partial<DecisionText> = {}): Promise<number> => {
    const proposalId = await decided(world, town, change)
    await world.act(town.people.kobayashi, (ctx) =>
      notifyDecisions(ctx, { entries: [{ proposalId, comment: '' }], closeOthers: false }),
    )
    return proposalId
  },
)

export const implementing = remembering(
  'implementing',
  async (world: TestWorld, town: SmallTown): Promise<number> => {
    const proposalId = await notified(world, town)
    await world.act(town.people.suzuki, (ctx) =>
      startImplementation(ctx, { proposalId, owner: '窓口係', plannedOn: '2026-10-01', nextReportOn: null }),
    )
    return proposalId
  },
)

export async function stageOf(world: TestWorld, proposalId: number): Promise<string> {
  const { stage } = await world.reader
    .selectFrom('proposals')
    .select('stage')
    .where('id', '=', proposalId)
    .executeTakeFirstOrThrow()
  return stage
}

/** What the log says of a proposal, the earliest first. */
export async function eventsOf(world: TestWorld, proposalId: number): Promise<string[]> {
  const rows = await world.reader
    .selectFrom('events')
    .select('kind')
    .where('proposalId', '=', proposalId)
    .orderBy('seq')
    .execute()
  return rows.map(({ kind }) => kind)
}
