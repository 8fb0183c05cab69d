import type { Ctx } from '../context'
import { insist, RuleBroken } from '../errors'
import { quorumInWords } from '../organisation/quorum-rule'
import { findQuorumRule } from '../organisation/quorum-rules.server'
import { recusalsOf } from '../evaluation/recusals.server'
import { type AgendaItem, writeNote } from './agenda.server'
import { listMembers, type Member } from './attendance.server'
import { mayChangeAgenda, mayResolve } from './policy'
import { carriedBy, hasQuorum, type Vote } from './quorum'
import type { ItemOutcome, SittingFacts } from './sitting'

/** How an item was agreed on: 「異議なし」, or votes by name. */
export interface Agreement {
  readonly note: string
  readonly manner: 'consensus' | 'vote'
  readonly votes: readonly { personId: number; vote: Vote }[]
  readonly castingVote: 'for' | 'against' | null
}

/**
 * Writes down that the meeting agreed on an outcome. Throws RuleBroken without a quorum, without a majority, for the
 * vote of somebody who is absent or keeps out, and for a vote that is missing.
 */
export async function recordResolution(
  ctx: Ctx,
  { item, sitting }: { item: AgendaItem; sitting: SittingFacts },
  outcome: ItemOutcome,
  { note, manner, votes, castingVote }: Agreement,
): Promise<void> {
  insist(mayResolve(ctx.actor, sitting))
  insistOnUnresolved(item)
  const members = await listMembers(ctx.tx, sitting)
  const present = members.filter(({ isPresent }) => isPresent)
  const rule = await findQuorumRule(ctx.tx, sitting.body, sitting.heldOn)
  if (!hasQuorum({ present: present.length, seated: members.length }, rule)) {
    throw new RuleBroken(
      `定足数に達していません（${quorumInWords(members.length, rule)}の出席が必要です。今${present.length}人です）。次回へ回すことはできます。`,
    )
  }
  const recusals = await recusalsOf(ctx.tx, {
    agendaItemId: item.id,
    heldOn: sitting.heldOn,
  }).execute()
  const { presider, voters } = seatingFor(
    present,
    recusals.map(({ personId }) => personId),
  )
  if (!presider && voters.length === 0) {
    throw new RuleBroken('この議題の審議に加われる委員が出席していません。次回へ回すことはできます。')
  }
  const counted = manner === 'vote' ? countVotes(voters, votes, presider, castingVote) : noVotes
  await insertResolution(ctx, item.id, {
    ...{ outcome, manner, presiderId: presider?.personId ?? null, presentCount: present.length },
    ...counted,
  })
  if (manner === 'vote' && votes.length > 0) {
    await ctx.tx
      .insertInto('votes')
      .values(votes.map(({ personId, vote }) => ({ agendaItemId: item.id, personId, vote })))
      .execute()
  }
  await writeNote(ctx, item.id, note)
}

/** 次回へ回す, and what is a step on the way to a decision: no quorum is asked for, or nothing could be put off. */
export async function recordStep(
  ctx: Ctx,
  { item, sitting }: { item: AgendaItem; sitting: SittingFacts },
  outcome: Extract<ItemOutcome, 'postponed' | 'askedAgain'>,
): Promise<void> {
  insist(mayChangeAgenda(ctx.actor, sitting))
  insistOnUnresolved(item)
  const members = await listMembers(ctx.tx, sitting)
  const presentCount = members.filter(({ isPresent }) => isPresent).length
  await insertResolution(ctx, item.id, {
    ...{ outcome, manner: 'consensus', presiderId: null, presentCount, ...noVotes },
  })
}

/** Who presides over an item, and who votes on it: whoever keeps out does neither. */
export function seatingFor(
  present: readonly Member[],
  recused: readonly number[],
): { presider: Member | undefined; voters: Member[] } {
  const taking = present.filter(({ personId }) => !recused.includes(personId))
  const presider =
    taking.find(({ role }) => role === 'chair') ?? taking.find(({ role }) => role === 'viceChair')
  return { presider, voters: taking.filter((member) => member !== presider) }
}

const noVotes = { votesFor: 0, votesAgainst: 0, abstentions: 0, castingVote: null }

function countVotes(
  voters: readonly Member[],
  votes: Agreement['votes'],
  presider: Member | undefined,
  castingVote: Agreement['castingVote'],
) {
  const voterIds = new Set(voters.map(({ personId }) => personId))
  if (votes.some(({ personId }) => !voterIds.has(personId))) {
    throw new RuleBroken('出席していないか、審議に加われない委員の票が含まれています。', 'votes')
  }
  if (new Set(votes.map(({ personId }) => personId)).size < voters.length || votes.length > voters.length) {
    throw new RuleBroken('採決に加わる委員の全員について、賛否を選んでください', 'votes')
  }
  const numberOf = (wanted: Vote) => votes.filter(({ vote }) => vote === wanted).length
  const ballot = {
    votesFor: numberOf('for'),
    votesAgainst: numberOf('against'),
    abstentions: numberOf('abstained'),
  }
  const isTie = ballot.votesFor === ballot.votesAgainst
  const casting = isTie && presider ? castingVote : null
  const result = carriedBy({ ...ballot, castingVote: casting })
  if (!result.carried) throw new RuleBroken(result.reason, result.needsCastingVote ? 'castingVote' : 'votes')
  return { ...ballot, castingVote: casting }
}

function insistOnUnresolved({ resolvedAt }: AgendaItem): void {
  if (resolvedAt !== null) throw new RuleBroken('この議題の結果は、すでに記録されています。')
}

interface Counted {
  outcome: ItemOutcome
  manner: 'consensus' | 'vote'
  presiderId: number | null
  presentCount: number
  votesFor: number
  votesAgainst: number
  abstentions: number
  castingVote: 'for' | 'against' | null
}

async function insertResolution(ctx: Ctx, agendaItemId: number, counted: Counted): Promise<void> {
  await ctx.tx
    .insertInto('resolutions')
    .values({ agendaItemId, ...counted, resolvedAt: ctx.now, resolvedById: ctx.actor.personId })
    .execute()
  const { presiderId: _, ...said } = counted
  ctx.happened({ kind: 'agenda.resolved', agendaItemId, ...said })
}
