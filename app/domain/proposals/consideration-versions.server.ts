import type { Instant } from '../calendar'
import type { Db } from '../context'
import { actorInWords } from '../events/acting'
import { insist } from '../errors'
import type { Actor } from '../organisation/actor'
import { type Change, changesBetween } from './consideration-changes'
import { findAskedSeenBy } from './consideration-facts.server'
import { mayReadVersions } from './consideration-policy'
import { textColumns, textOf } from './consideration-text.server'
import type { Stance } from './decision'

export interface ConsiderationVersion {
  readonly number: number
  readonly writtenAt: Instant
  /** For the department's word by a delegate: 「髙橋（代理 佐藤）」. */
  readonly writtenBy: string
  readonly isAnswer: boolean
  readonly stance: Stance | null
  readonly changes: readonly Change[]
}

/** Several people of a section write at one text; this only keeps the list bounded. */
const limit = 100

/**
 * Who of the department wrote what, the latest first, each against the version before. Who goes on with the own draft
 * replaces it, so that there is a version for each change of hands. Throws NotFound, and NotPermitted for others.
 */
export async function listVersionsSeenBy(
  db: Db,
  actor: Actor,
  considerationId: number,
): Promise<{ proposalId: number; versions: ConsiderationVersion[] }> {
  const asked = await findAskedSeenBy(db, actor, considerationId)
  insist(mayReadVersions(actor, asked))
  const rows = await db
    .selectFrom('considerationAnswers')
    .innerJoin('considerations', 'considerations.id', 'considerationAnswers.considerationId')
    .innerJoin('people', 'people.id', 'considerationAnswers.writtenById')
    .leftJoin('people as heads', 'heads.id', 'considerations.answeredForId')
    .select(['considerationAnswers.writtenAt', 'people.name as actorName', 'heads.name as headName'])
    .select('considerationAnswers.answeredAt')
    .select(textColumns.map((column) => `considerationAnswers.${column}` as const))
    .where('considerationAnswers.considerationId', '=', considerationId)
    .orderBy('considerationAnswers.version')
    .limit(limit)
    .execute()
  const written = rows.map(({ writtenAt, answeredAt, actorName, headName, ...text }) => ({
    ...{ writtenAt, isAnswer: answeredAt !== null, text: textOf(text) },
    writtenBy: actorInWords({ actorName, headName: answeredAt === null ? null : headName }) ?? '',
  }))
  const versions = written.map(({ text, ...version }, place) => ({
    ...version,
    number: place + 1,
    stance: text.stance,
    changes: changesBetween(written[place - 1]?.text ?? null, text),
  }))
  return { proposalId: asked.proposalId, versions: versions.toReversed() }
}
