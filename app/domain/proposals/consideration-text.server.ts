import type { Ctx, Db } from '../context'
import { ChangedMeanwhile } from '../errors'
import type { ConsiderationText } from './consideration'
import type { Stance } from './decision'

/** A version of a record's text. The last one counts; a version with answeredAt is the department's word. */
export interface WrittenText {
  readonly version: number
  readonly text: ConsiderationText
  readonly writtenAt: string
  readonly writtenById: number
  readonly writtenBy: string
  readonly answeredAt: string | null
}

export const textColumns = [
  'stance',
  'grounds',
  'part',
  'conditions',
  'trial',
  'alternative',
  'reasonCode',
  'possibleWhen',
  'plannedOn',
  'owner',
  'costYen',
  'expectedEffect',
  'laws',
  'consulted',
  'reference',
  'wordToProposer',
] as const satisfies (keyof ConsiderationText)[]

export async function findLatestText(db: Db, considerationId: number): Promise<WrittenText | null> {
  const row = await db
    .selectFrom('considerationAnswers')
    .innerJoin('people', 'people.id', 'considerationAnswers.writtenById')
    .select(['version', 'writtenAt', 'writtenById', 'people.name', 'answeredAt', ...textColumns])
    .where('considerationId', '=', considerationId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return null
  const { version, writtenAt, writtenById, name, answeredAt, ...text } = row
  return { version, writtenAt, writtenById, writtenBy: name, answeredAt, text: textOf(text) }
}

export function textOf(
  row: Omit<ConsiderationText, 'stance'> & { stance: string | null },
): ConsiderationText {
  return { ...row, stance: row.stance as Stance | null }
}

/**
 * Writes the next version and returns its number; the same draft again changes nothing. Who goes on with the own draft replaces it; what a colleague wrote
 * stays as an earlier version, so that no text is lost. Throws ChangedMeanwhile when `version` is not the one that
 * the writer has seen (0: none yet).
 */
export async function writeText(
  ctx: Ctx,
  considerationId: number,
  version: number,
  text: ConsiderationText,
  answeredAt: string | null,
): Promise<number> {
  const latest = await findLatestText(ctx.tx, considerationId)
  if (latest && answeredAt === null && isSameText(latest.text, text)) return latest.version
  if ((latest?.version ?? 0) !== version) throw changedMeanwhile(latest)
  const row = {
    version: version + 1,
    ...text,
    writtenAt: ctx.now,
    writtenById: ctx.actor.personId,
    answeredAt,
  }
  if (latest?.writtenById === ctx.actor.personId) {
    await ctx.tx
      .updateTable('considerationAnswers')
      .set(row)
      .where('considerationId', '=', considerationId)
      .where('version', '=', version)
      .execute()
  } else {
    await ctx.tx
      .insertInto('considerationAnswers')
      .values({ considerationId, ...row })
      .execute()
  }
  return row.version
}

function isSameText(one: ConsiderationText, other: ConsiderationText): boolean {
  return textColumns.every((column) => one[column] === other[column])
}

function changedMeanwhile(latest: WrittenText | null): ChangedMeanwhile {
  const texts = Object.entries(latest?.text ?? {}).map(([field, value]) => [field, String(value ?? '')])
  return new ChangedMeanwhile({
    at: latest?.writtenAt ?? '',
    by: latest?.writtenBy ?? '',
    theirs: { ...Object.fromEntries(texts), version: String(latest?.version ?? 0) },
  })
}
