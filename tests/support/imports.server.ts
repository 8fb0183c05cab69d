import { dayOf, instantOf } from '#app/domain/calendar'
import { applyImport } from '#app/domain/transfer/applying.server'
import { outcomes } from '#app/domain/transfer/difference'
import { listPreviewLines } from '#app/domain/transfer/import-lookup.server'
import type { ImportedList } from '#app/domain/transfer/list'
import { previewImport } from '#app/domain/transfer/previewing.server'
import { readHeadings, uploadList } from '#app/domain/transfer/uploading.server'
import type { TestWorld } from '#tests/support/world.server'

/** Uploads a list and waits for its preview. */
export async function upload(
  world: TestWorld,
  personId: number,
  list: ImportedList,
  lines: string | readonly string[],
): Promise<number> {
  const content = typeof lines === 'string' ? lines : lines.join('\r\n')
  const file = { list, fileName: `${list}.csv`, encoding: 'UTF-8', content } as const
  const { mapping } = await readHeadings(world.reader, list, file.fileName, content)
  const { importId } = await world.act(personId, (ctx) => uploadList(ctx, { ...file, mapping }))
  const run = <T>(command: Parameters<typeof world.act<T>>[1]) => world.act(personId, command)
  await previewImport(world.reader, run, importId, dayOf(instantOf(world.now())))
  return importId
}

/** The same, and applies it. */
export async function bringIn(
  world: TestWorld,
  personId: number,
  list: ImportedList,
  lines: string | readonly string[],
): Promise<number> {
  const importId = await upload(world, personId, list, lines)
  await world.act(personId, (ctx) => applyImport(ctx, { importId, withoutErrors: 0, endMissing: 0 }))
  return importId
}

/** The preview in words: row, what it is about, sentence. */
export async function outcomesOf(world: TestWorld, importId: number): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {}
  for (const outcome of outcomes) {
    const lines = await listPreviewLines(world.reader, importId, outcome)
    found[outcome] = lines.map(({ row, about, sentence }) => `${row ?? '-'} ${about}：${sentence}`)
  }
  return found
}
