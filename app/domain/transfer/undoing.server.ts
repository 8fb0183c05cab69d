import type { Ctx } from '../context'
import { insist, RuleBroken } from '../errors'
import { no, type Verdict, yes } from '../verdict'
import type { Line } from './difference'
import { type ImportFacts, undoUntil } from './import'
import { findImport, listWrittenLines } from './import-lookup.server'
import { asKnown, type Importer } from './importer'
import { importerOf } from './importers.server'
import { columnsOf } from './list'
import { mayBringIn } from './policy'

type Written = Awaited<ReturnType<typeof listWrittenLines>>[number]

const named = 3

/** Whether it was applied, has not been taken back, and not long ago. */
export function mayUndo(facts: ImportFacts, today: string): Verdict {
  if (!facts.appliedAt || facts.undoneAt) return no('反映した取り込みだけを元に戻せます。')
  return today <= undoUntil(facts.appliedAt) ? yes : no('反映から30日を過ぎたため、元に戻せません。')
}

/**
 * Takes back an import as a whole: what was new goes, what was changed is as it was before. Throws RuleBroken when one of
 * the lines has been changed since, or when anything refers to a new one; then nothing is taken back.
 */
export async function undoImport(ctx: Ctx, { importId }: { importId: number }): Promise<void> {
  const facts = await findImport(ctx.tx, importId)
  insist(mayBringIn(ctx.actor, facts.list))
  const verdict = mayUndo(facts, ctx.today)
  if (!verdict.ok) throw new RuleBroken(verdict.reason)

  const importer = importerOf(facts.list)
  const lines = await listWrittenLines(ctx.tx, importId, ['added', 'changed'])
  const ended = facts.endedMissing ? await listWrittenLines(ctx.tx, importId, ['missing']) : []
  await insistOnUnchanged(ctx, facts, importer, importer.end ? lines : [...lines, ...ended])

  const added = lines.filter(({ outcome }) => outcome === 'added')
  const changed = lines.filter(({ outcome }) => outcome === 'changed')
  await removeOrRefuse(ctx, importer, added)
  const before = befores(importer.end ? changed : [...changed, ...ended])
  if (before.length > 0) await importer.write(ctx, before)
  if (importer.takeBackEnd && ended.length > 0) await importer.takeBackEnd(ctx, befores(ended))
  await ctx.tx
    .updateTable('imports')
    .set({ undoneAt: ctx.now, undoneById: ctx.actor.personId || null })
    .where('id', '=', importId)
    .execute()
  ctx.happened({ kind: 'import.undone', importId, list: facts.list })
}

async function insistOnUnchanged(
  ctx: Ctx,
  facts: ImportFacts,
  importer: Importer<Line>,
  lines: readonly Written[],
): Promise<void> {
  const known = asKnown(await importer.load(ctx.tx, afters(lines), ctx.today))
  const others = lines.filter(
    (line) => line.after && !isSame(facts, known.lines.get(known.keyOf(line.after)), line.after),
  )
  refuse('そのあとに変わった行があるため、元に戻せません', others)
}

function isSame({ list }: ImportFacts, now: Line | undefined, after: Line): boolean {
  if (!now) return false
  return Object.entries(columnsOf[list]).every(
    ([name, { ofNewLines }]) => ofNewLines || (now[name] ?? null) === (after[name] ?? null),
  )
}

/** What refers to a line is for the foreign keys to say; either database calls it by its own code. */
async function removeOrRefuse(ctx: Ctx, importer: Importer<Line>, added: readonly Written[]): Promise<void> {
  try {
    await importer.remove(ctx, afters(added))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code !== 'SQLITE_CONSTRAINT_FOREIGNKEY' && code !== '23503') throw error
    refuse('追加した行がもう使われているため、元に戻せません', added)
  }
}

function refuse(why: string, lines: readonly Written[]): void {
  if (lines.length === 0) return
  const names = lines.slice(0, named).map(({ about }) => `「${about}」`)
  const rest = lines.length > named ? `、ほか${lines.length - named}行` : ''
  throw new RuleBroken(`${why}（${names.join('、')}${rest}）。`)
}

function befores(lines: readonly Written[]): Line[] {
  return lines.map(({ before }) => before).filter((before) => before !== null)
}

function afters(lines: readonly Written[]): Line[] {
  return lines.map(({ after }) => after).filter((after) => after !== null)
}
