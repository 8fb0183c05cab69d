import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import type { Command } from '#app/commands/command'
import { dayOf, instantOf } from '#app/domain/calendar'
import { systemPersonId } from '#app/domain/organisation/actor'
import { transact, type World } from '#app/domain/transact.server'
import { applyImport } from '#app/domain/transfer/applying.server'
import { compareFile, type Comparison, countOutcomes } from '#app/domain/transfer/comparing.server'
import { decodeCsv } from '#app/domain/transfer/csv.server'
import { columnsOf, type ImportedList, importedLists, isImportedList } from '#app/domain/transfer/list'
import { type ListName, listNames } from '#app/domain/transfer/lists.server'
import { ofProvider } from '#app/domain/transfer/lists/subject-links'
import { lackingColumns } from '#app/domain/transfer/mapping'
import { type Files, importOrganisation } from '#app/domain/transfer/organisation.server'
import { previewImport, type Run } from '#app/domain/transfer/previewing.server'
import { decodeText } from '#app/domain/transfer/table.server'
import { readHeadings, uploadList } from '#app/domain/transfer/uploading.server'
import { openTown, type Town } from '#app/server/town'

/** The largest list known, all appointments of 15 years of a city of 5,000, is a tenth of this. */
const largestBytes = 20_000_000
const errorsNamed = 100

const usage = `使い方: import CSVのフォルダー
        import ${importedLists.join('|')} ファイル.csv [--dry-run] [--end-missing]`

/**
 * Brings in a folder of lists, for a new town, or one list compared line by line as on the web pages, for the nightly
 * run from the personnel system. A file with an error is not brought in at all.
 */
export const run: Command = async (args, config) => {
  const flags = args.filter((arg) => arg.startsWith('--'))
  const [first, second, ...more] = args.filter((arg) => !arg.startsWith('--'))
  const isKnown = flags.every((flag) => flag === '--dry-run' || flag === '--end-missing')
  if (first === undefined || more.length > 0 || !isKnown) throw new Error(usage)
  if (second === undefined && flags.length > 0) throw new Error(usage)
  if (second !== undefined && !isImportedList(first)) throw new Error(usage)
  const town = await openTown(config)
  try {
    if (second === undefined) await importFolder(town, resolve(first))
    else if (isImportedList(first))
      await importList(town, first, resolve(second), flags, config.provider?.issuer.href)
  } finally {
    await town.close()
  }
}

async function importFolder(town: Town, folder: string): Promise<void> {
  const files = readFiles(folder)
  await bySystem(town)((ctx) => importOrganisation(ctx, files))
  const names = Object.keys(files).map((name) => `${name}.csv`)
  console.log(`取り込みました: ${names.join('、')}`)
}

async function importList(
  town: Town,
  list: ImportedList,
  path: string,
  flags: string[],
  issuer: string | undefined,
): Promise<void> {
  const fileName = basename(path)
  const { text: content, encoding } = decodeText(fileName, readSmall(path))
  const { reader } = town.connections
  const { mapping: found } = await readHeadings(reader, list, fileName, content)
  const mapping = list === 'subjectLinks' && issuer !== undefined ? ofProvider(found, issuer) : found
  const lacking = lackingColumns(columnsOf[list], mapping)
  if (lacking.length > 0) throw new Error(`${fileName}に、${lacking.join('、')}の列がありません。`)

  const today = dayOf(instantOf(new Date()))
  const comparison = await compareFile(reader, { list, fileName, content, mapping }, today)
  report(comparison)
  if (countOutcomes(comparison.differences).error > 0) throw new Error('エラーがあるため、取り込みません。')
  if (flags.includes('--dry-run')) return

  const run = bySystem(town)
  const { importId } = await run((ctx) => uploadList(ctx, { list, fileName, encoding, content, mapping }))
  await previewImport(town.connections.writer, run, importId, today)
  const endMissing = flags.includes('--end-missing') ? 1 : 0
  await run((ctx) => applyImport(ctx, { importId, withoutErrors: 0, endMissing }))
  console.log('反映しました。')
}

function report({ differences }: Comparison): void {
  const { added, changed, unchanged, missing, error } = countOutcomes(differences)
  console.log(
    `追加 ${added}、変更 ${changed}、変更なし ${unchanged}、ファイルにない ${missing}、エラー ${error}`,
  )
  const errors = differences.filter(({ outcome }) => outcome === 'error')
  for (const { row, sentence } of errors.slice(0, errorsNamed)) console.log(`${row}行目：${sentence}`)
  if (errors.length > errorsNamed) console.log(`ほか${errors.length - errorsNamed}行`)
}

function bySystem({ connections, seal }: Town): Run {
  const world: World = { writer: connections.writer, seal, now: () => new Date() }
  return (command) => transact(world, systemPersonId, command)
}

/** Throws when there is none, and for a file that cannot be meant. */
function readFiles(folder: string): Files {
  const present = listNames.filter((name) => existsSync(join(folder, `${name}.csv`)))
  if (present.length === 0) {
    throw new Error(
      `${folder} に取り込むファイルがありません（${listNames.map((name) => `${name}.csv`).join('、')}）。`,
    )
  }
  return Object.fromEntries(present.map((name) => [name, readFolderList(folder, name)]))
}

function readFolderList(folder: string, name: ListName): string {
  return decodeCsv(`${name}.csv`, readSmall(join(folder, `${name}.csv`)))
}

function readSmall(path: string): Buffer {
  if (!existsSync(path)) throw new Error(`${path} がありません。`)
  if (statSync(path).size > largestBytes) throw new Error(`${basename(path)} が大きすぎます（20MBまで）。`)
  return readFileSync(path)
}
