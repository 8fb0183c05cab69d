import type { Day } from '../calendar'
import type { Ctx, Db } from '../context'
import { insist, RuleBroken } from '../errors'
import { inBatches } from '../organisation/lines'
import { compareFile, type Comparison, countOutcomes } from './comparing.server'
import type { Difference } from './difference'
import { stepOf } from './import'
import { findContent, findImport } from './import-lookup.server'
import { mayBringIn } from './policy'
import { letOthersIn } from './turns.server'

/** How a command is carried out, by whoever asked for the preview. */
export type Run = <T>(command: (ctx: Ctx) => Promise<T>) => Promise<T>

/**
 * Compares an uploaded file with what is there and keeps the result for people to look at. Between its short commands
 * everybody else goes on working; a second call meanwhile does nothing.
 */
export async function previewImport(db: Db, run: Run, importId: number, today: Day): Promise<void> {
  const isMine = await run((ctx) => beginPreview(ctx, importId))
  if (!isMine) return
  try {
    const facts = await findImport(db, importId)
    const content = await findContent(db, importId)
    const comparison = await compareFile(db, { ...facts, content }, today, (done) =>
      run((ctx) => noteProgress(ctx, importId, done)),
    )
    await run((ctx) => recordPreview(ctx, importId, comparison))
  } catch (error) {
    const isTheirs = error instanceof RuleBroken
    const failure = isTheirs ? error.message : 'システムで問題が起きました。もう一度確かめてください。'
    await run((ctx) => recordFailure(ctx, importId, failure))
    if (!isTheirs) throw error
  }
}

/** Whether there is anything to do, and nobody is doing it. */
async function beginPreview(ctx: Ctx, importId: number): Promise<boolean> {
  const facts = await findImport(ctx.tx, importId)
  insist(mayBringIn(ctx.actor, facts.list))
  if (!['mapping', 'stalled', 'previewed', 'failed'].includes(stepOf(facts, ctx.now))) return false
  await ctx.tx.deleteFrom('importLines').where('importId', '=', importId).execute()
  await ctx.tx
    .updateTable('imports')
    .set({ workedAt: ctx.now, progress: 0, previewedAt: null, fingerprint: null, failure: null })
    .where('id', '=', importId)
    .execute()
  return true
}

async function noteProgress(ctx: Ctx, importId: number, done: number): Promise<void> {
  await ctx.tx
    .updateTable('imports')
    .set({ workedAt: ctx.now, progress: done })
    .where('id', '=', importId)
    .execute()
}

async function recordPreview(ctx: Ctx, importId: number, comparison: Comparison): Promise<void> {
  await ctx.tx.deleteFrom('importLines').where('importId', '=', importId).execute()
  for (const batch of inBatches(comparison.differences)) {
    await ctx.tx
      .insertInto('importLines')
      .values(batch.map((difference) => rowOf(importId, difference)))
      .execute()
    await letOthersIn()
  }
  const { error, ...counts } = countOutcomes(comparison.differences)
  await ctx.tx
    .updateTable('imports')
    .set({ ...counts, errors: error, rows: comparison.rows, fingerprint: comparison.fingerprint })
    .set({ previewedAt: ctx.now, failure: null, headings: JSON.stringify(comparison.headings) })
    .where('id', '=', importId)
    .execute()
}

async function recordFailure(ctx: Ctx, importId: number, failure: string): Promise<void> {
  await ctx.tx.updateTable('imports').set({ failure }).where('id', '=', importId).execute()
}

function rowOf(importId: number, { outcome, row, about, sentence, before, after, cells }: Difference) {
  const keepsLines = outcome !== 'unchanged'
  return {
    ...{ importId, outcome, row, about, sentence },
    before: keepsLines && before ? JSON.stringify(before) : null,
    after: keepsLines && after ? JSON.stringify(after) : null,
    cells: cells ? JSON.stringify(cells) : null,
  }
}
