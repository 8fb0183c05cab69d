import { endSessionsOf } from '../accounts/sessions.server'
import type { Ctx } from '../context'
import { ChangedMeanwhile, insist, RuleBroken } from '../errors'
import { inBatches } from '../organisation/lines'
import { personIds } from '../organisation/people.server'
import { compareFile } from './comparing.server'
import type { Difference, Line } from './difference'
import { stepOf } from './import'
import { findContent, findImport } from './import-lookup.server'
import type { Importer } from './importer'
import { importerOf } from './importers.server'
import { mayBringIn } from './policy'
import { letOthersIn } from './turns.server'

export interface Applying {
  readonly importId: number
  /** Rows with errors stay out; without this word one of them keeps out all. */
  readonly withoutErrors: 0 | 1
  /** What the file does not have comes to its end. */
  readonly endMissing: 0 | 1
}

/**
 * Brings in exactly what the preview has shown, all of it or nothing: it is computed anew, and must come out the same.
 * Throws ChangedMeanwhile when it does not. Sessions of those whose powers it changes end.
 */
export async function applyImport(
  ctx: Ctx,
  { importId, withoutErrors, endMissing }: Applying,
): Promise<void> {
  const facts = await findImport(ctx.tx, importId)
  insist(mayBringIn(ctx.actor, facts.list))
  if (stepOf(facts, ctx.now) !== 'previewed') throw new RuleBroken('この取り込みは、もう反映できません。')
  if (facts.counts.error > 0 && !withoutErrors) {
    throw new RuleBroken('エラーの行があります。直して取り込み直すか、エラーを除いて反映してください。')
  }
  const content = await findContent(ctx.tx, importId)
  const { differences, fingerprint } = await compareFile(ctx.tx, { ...facts, content }, ctx.today)
  if (fingerprint !== facts.fingerprint) {
    throw new ChangedMeanwhile({ at: ctx.now, by: 'ほかの人', theirs: {} })
  }

  const importer = importerOf(facts.list)
  const written = differences.filter(({ outcome }) => outcome === 'added' || outcome === 'changed')
  const ended = endMissing ? differences.filter(({ outcome }) => outcome === 'missing') : []
  await writeAll(ctx, importer, written, ended)
  await endSessions(ctx, importer, [...written, ...ended])
  await ctx.tx
    .updateTable('imports')
    .set({
      appliedAt: ctx.now,
      appliedById: ctx.actor.personId || null,
      endedMissing: endMissing,
      content: '',
    })
    .where('id', '=', importId)
    .execute()
  const lines = written.length + ended.length
  ctx.happened({ kind: 'import.applied', importId, list: facts.list, lines })
}

/** The person thinks better of it. */
export async function discardImport(ctx: Ctx, { importId }: { importId: number }): Promise<void> {
  const facts = await findImport(ctx.tx, importId)
  insist(mayBringIn(ctx.actor, facts.list))
  if (['applied', 'undone', 'discarded'].includes(stepOf(facts, ctx.now))) {
    throw new RuleBroken('この取り込みは、もう終わっています。')
  }
  await ctx.tx.deleteFrom('importLines').where('importId', '=', importId).execute()
  await ctx.tx
    .updateTable('imports')
    .set({ discardedAt: ctx.now, content: '' })
    .where('id', '=', importId)
    .execute()
}

/** Line lists are written whole where their order matters, which the importers know; long ones give way in between. */
async function writeAll(
  ctx: Ctx,
  importer: Importer<Line>,
  written: readonly Difference[],
  ended: readonly Difference[],
): Promise<void> {
  const lines = afters(importer.end ? written : [...written, ...ended])
  if (lines.length > 0) await importer.write(ctx, lines)
  await letOthersIn()
  if (importer.end) for (const batch of inBatches(afters(ended))) await importer.end(ctx, batch)
}

/** Whoever got or lost a power signs in anew; what begins on a later day ends the sessions by itself on that day. */
async function endSessions(
  ctx: Ctx,
  { personOf }: Importer<Line>,
  differences: readonly Difference[],
): Promise<void> {
  if (!personOf) return
  const ids = await personIds(ctx.tx)
  const numbers = new Set(afters(differences).map(personOf))
  for (const number of numbers) await endSessionsOf(ctx.tx, ids.get(number) ?? 0)
}

function afters(differences: readonly Difference[]): Line[] {
  return differences.map(({ after }) => after).filter((after) => after !== null)
}
