import { existsSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Command, onlyArgument } from '#app/commands/command'
import { systemPersonId } from '#app/domain/organisation/actor'
import { transact } from '#app/domain/transact.server'
import { decodeCsv } from '#app/domain/transfer/csv.server'
import { type ListName, listNames } from '#app/domain/transfer/lists.server'
import { type Files, importOrganisation } from '#app/domain/transfer/organisation.server'
import { openTown } from '#app/server/town'

/** The largest list known, all appointments of 15 years of a city of 5,000, is a tenth of this. */
const largestBytes = 20_000_000

/** Brings in the lists of the organisation from a folder of CSV files, all of them or nothing. */
export const run: Command = async (args, config) => {
  const folder = resolve(onlyArgument(args, 'import CSVのフォルダー'))
  const files = readFiles(folder)
  const town = await openTown(config)
  try {
    const world = { writer: town.connections.writer, seal: town.seal, now: () => new Date() }
    await transact(world, systemPersonId, (ctx) => importOrganisation(ctx, files))
  } finally {
    await town.close()
  }
  console.log(
    `取り込みました: ${Object.keys(files)
      .map((name) => `${name}.csv`)
      .join('、')}`,
  )
}

/** Throws when there is none, and for a file that cannot be meant. */
function readFiles(folder: string): Files {
  const present = listNames.filter((name) => existsSync(join(folder, `${name}.csv`)))
  if (present.length === 0) {
    throw new Error(
      `${folder} に取り込むファイルがありません（${listNames.map((name) => `${name}.csv`).join('、')}）。`,
    )
  }
  return Object.fromEntries(present.map((name) => [name, readList(folder, name)]))
}

function readList(folder: string, name: ListName): string {
  const file = join(folder, `${name}.csv`)
  if (statSync(file).size > largestBytes) throw new Error(`${name}.csv が大きすぎます（20MBまで）。`)
  return decodeCsv(`${name}.csv`, readFileSync(file))
}
