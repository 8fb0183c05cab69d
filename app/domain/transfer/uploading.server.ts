import type { Ctx, Db } from '../context'
import { insist, RuleBroken } from '../errors'
import type { Encoding } from './encoding'
import { stepOf } from './import'
import { findImport, listRemembered } from './import-lookup.server'
import { columnsOf, type ImportedList } from './list'
import { guessMapping, lackingColumns, type Mapping, type Source } from './mapping'
import { mayBringIn } from './policy'
import { readTable } from './table.server'

export interface Upload {
  readonly list: ImportedList
  readonly fileName: string
  readonly encoding: Encoding
  readonly content: string
  readonly mapping: Mapping
}

/** What the headings of a file are, as far as known. Throws RuleBroken for a file that is no table. */
export async function readHeadings(
  db: Db,
  list: ImportedList,
  fileName: string,
  content: string,
): Promise<{ headings: readonly string[]; mapping: Mapping }> {
  const { headings } = await readTable(fileName, content)
  return { headings, mapping: guessMapping(columnsOf[list], headings, await listRemembered(db, list)) }
}

/** Keeps the file. Nothing of it is looked at yet, and nothing of the list changes. */
export async function uploadList(ctx: Ctx, upload: Upload): Promise<{ importId: number }> {
  insist(mayBringIn(ctx.actor, upload.list))
  const { id } = await ctx.tx
    .insertInto('imports')
    .values({
      ...{ ...upload, mapping: JSON.stringify(upload.mapping), endedMissing: 0 },
      ...{ uploadedAt: ctx.now, uploadedById: ctx.actor.personId || null },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { importId: id }
}

/**
 * Says which column of the file is which, and remembers it for the next file. A day that all lines share is not
 * remembered: the next file has another. Throws RuleBroken while a column that the list needs comes from nowhere.
 */
export async function setMapping(
  ctx: Ctx,
  { importId, mapping, headings }: { importId: number; mapping: Mapping; headings: readonly string[] },
): Promise<void> {
  const facts = await findImport(ctx.tx, importId)
  insist(mayBringIn(ctx.actor, facts.list))
  if (!['mapping', 'previewed', 'stalled', 'failed'].includes(stepOf(facts, ctx.now))) {
    throw new RuleBroken('この取り込みの見出しは、もう変えられません。')
  }
  const lacking = lackingColumns(columnsOf[facts.list], mapping)
  if (lacking.length > 0) throw new RuleBroken(`${lacking.join('、')}が、ファイルのどの列かを選んでください`)
  await ctx.tx
    .updateTable('imports')
    .set({
      mapping: JSON.stringify(mapping),
      workedAt: null,
      previewedAt: null,
      fingerprint: null,
      failure: null,
    })
    .where('id', '=', importId)
    .execute()
  await remember(ctx, facts.list, mapping, headings)
}

async function remember(ctx: Ctx, list: ImportedList, mapping: Mapping, headings: readonly string[]) {
  await ctx.tx.deleteFrom('importColumns').where('list', '=', list).execute()
  const rows = Object.entries(mapping).flatMap(([columnName, source]) => {
    const said = rememberedOf(columnName, source, headings)
    return said ? [{ list, columnName, ...said }] : []
  })
  if (rows.length > 0) await ctx.tx.insertInto('importColumns').values(rows).execute()
}

function rememberedOf(columnName: string, source: Source, headings: readonly string[]) {
  if ('heading' in source) return { heading: headings[source.heading] ?? null, fixed: null }
  return columnName.startsWith('valid') ? null : { heading: null, fixed: source.fixed }
}
