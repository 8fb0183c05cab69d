import type { Day } from '../calendar'
import type { Ctx, Db } from '../context'
import { insist, RuleBroken } from '../errors'
import type { Actor } from '../organisation/actor'
import { readersOf } from './consideration-lookup.server'
import { findFactsSeenBy } from './facts.server'
import { areNamesPublic, type ProposalFacts } from './proposal'
import { readsQuestions } from './question-policy'
import { mayRecordTalk, nameIn, talkLabels, type ThreePartyTalk } from './three-party'

/** A matter is talked over a few times; this only keeps the list bounded. */
const limit = 50

/**
 * 三者協議, written down by the secretariat. Throws RuleBroken for a day to come, and for a text that names a proposer
 * whose name is hidden: everybody who judges reads it.
 */
export async function recordTalk(
  ctx: Ctx,
  { proposalId, heldOn, proposerPresent, present, note }: { proposalId: number } & NewTalk,
): Promise<void> {
  const facts = await findFactsSeenBy(ctx.tx, ctx.actor, proposalId)
  insist(mayRecordTalk(ctx.actor, facts))
  if (heldOn > ctx.today) throw new RuleBroken('協議した日は、今日までの日を入力してください', 'heldOn')
  if (!areNamesPublic(facts)) await insistOnNoName(ctx.tx, proposalId, { present, note })
  await ctx.tx
    .insertInto('threePartyTalks')
    .values({
      ...{ proposalId, heldOn, proposerPresent, present, note },
      ...{ recordedAt: ctx.now, recordedById: ctx.actor.personId },
    })
    .execute()
  ctx.happened({ kind: 'proposal.talkedOver', proposalId, heldOn })
}

interface NewTalk {
  heldOn: Day
  proposerPresent: 0 | 1
  present: string
  note: string
}

/** The talks, the latest first, for those who wrote the proposal and those who judge it; nothing for others. */
export async function listTalksSeenBy(db: Db, actor: Actor, facts: ProposalFacts): Promise<ThreePartyTalk[]> {
  if (!facts.wasTalkedOver || !readsQuestions(readersOf(actor, facts))) return []
  return (await selectTalks(db, facts.id).execute()).map(talkOf)
}

/** The talks about a proposal, the latest first. Ask `readsQuestions` before. */
export function selectTalks(db: Db, proposalId: number) {
  return db
    .selectFrom('threePartyTalks')
    .select(['id', 'heldOn', 'proposerPresent', 'present', 'note'])
    .where('proposalId', '=', proposalId)
    .orderBy('heldOn', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
}

export function talkOf(
  row: Omit<ThreePartyTalk, 'proposerPresent'> & { readonly proposerPresent: number },
): ThreePartyTalk {
  return { ...row, proposerPresent: row.proposerPresent === 1 }
}

async function insistOnNoName(
  db: Db,
  proposalId: number,
  texts: Readonly<Record<'present' | 'note', string>>,
): Promise<void> {
  const rows = await db
    .selectFrom('authorships')
    .innerJoin('people', 'people.id', 'authorships.personId')
    .innerJoin('proposals', 'proposals.id', 'authorships.proposalId')
    .select(['people.name', 'people.employeeNumber', 'proposals.groupName'])
    .where('authorships.proposalId', '=', proposalId)
    .limit(limit)
    .execute()
  const names = rows.flatMap(({ name, employeeNumber, groupName }) => [name, employeeNumber, groupName ?? ''])
  for (const field of ['present', 'note'] as const) {
    if (nameIn(texts[field], names) !== undefined) {
      throw new RuleBroken(
        `${talkLabels[field]}に、伏せている提案者の氏名などが含まれています。「提案者」と書いてください`,
        field,
      )
    }
  }
}
