import { createHash } from 'node:crypto'
import {
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openSeal } from '#app/server/seal'
import { type Connections, openDatabase } from '#db/connect.server'
import { rawOf } from '#db/sqlite.server'
import { runBuilt } from '#tests/support/built-server'
import { databaseAt, onServer } from '#tests/support/postgres-databases'
import { multiply } from './multiply.server'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The sample town itself, about 2,000 reports and proposals. */
export const sampleSize = 2_000

/** A town of some size as the environment of a server names it. */
export interface Filled {
  readonly matters: number
  readonly dataDir: string
  readonly databaseUrl: string
}

/**
 * The sample town, loaded by the product itself, multiplied to the size; kept for the next run under a name that changes
 * with the schema, the town and the way of filling. `server` is an address of PostgreSQL; without it, SQLite.
 */
export async function filledTown(size: number, server?: string): Promise<Filled> {
  const place = placeOf(`${server === undefined ? 'sqlite' : 'postgres'}-${size}`, server)
  if (!existsSync(place.dataDir)) await fill(size, place, server)
  return { ...place, matters: Number(readFileSync(join(place.dataDir, 'matters'), 'utf8')) }
}

/** A copy that a server may write into, and how to remove it. */
export async function borrow(filled: Filled, server?: string): Promise<Filled & { remove(): Promise<void> }> {
  const place = placeOf(
    `run-${process.pid}-${filled.matters}${server === undefined ? '' : '-postgres'}`,
    server,
  )
  await copyTown(filled, place, server)
  return {
    ...place,
    matters: filled.matters,
    async remove() {
      rmSync(place.dataDir, { recursive: true })
      if (server !== undefined) await onServer(server, `drop database "${nameIn(place.databaseUrl)}"`)
    },
  }
}

type Place = Omit<Filled, 'matters'>

function placeOf(name: string, server: string | undefined): Place {
  const dataDir = join(root, '.cache', 'bench', fingerprint(), name)
  const database = `bench_${fingerprint()}_${name}`
  const databaseUrl =
    server === undefined ? `sqlite:${join(dataDir, 'kaizen.db')}` : databaseAt(server, database)
  return { dataDir, databaseUrl }
}

/** Under another name until it is whole. */
async function fill(size: number, place: Place, server: string | undefined): Promise<void> {
  const growing = placeOf(`growing-${size}`, server)
  rmSync(growing.dataDir, { recursive: true, force: true })
  if (server !== undefined) await onServer(server, `drop database if exists "${nameIn(growing.databaseUrl)}"`)

  if (size === sampleSize) await loadSample(growing, server)
  else await copyTown(await filledTown(sampleSize, server), growing, server)
  const matters = await grow(growing, size)
  writeFileSync(join(growing.dataDir, 'matters'), String(matters))

  if (server !== undefined) {
    await onServer(server, `drop database if exists "${nameIn(place.databaseUrl)}"`)
    await onServer(
      server,
      `alter database "${nameIn(growing.databaseUrl)}" rename to "${nameIn(place.databaseUrl)}"`,
    )
  }
  renameSync(growing.dataDir, place.dataDir)
}

async function loadSample({ dataDir, databaseUrl }: Place, server: string | undefined): Promise<void> {
  console.error('Loading the sample town …')
  mkdirSync(dataDir, { recursive: true })
  if (server !== undefined) await onServer(server, `create database "${nameIn(databaseUrl)}"`)
  await runBuilt(['seed'], { DATA_DIR: dataDir, DATABASE_URL: databaseUrl })
}

async function copyTown(from: Place, to: Place, server: string | undefined): Promise<void> {
  rmSync(to.dataDir, { recursive: true, force: true })
  cpSync(from.dataDir, to.dataDir, { recursive: true, mode: constants.COPYFILE_FICLONE })
  if (server === undefined) return
  await onServer(server, `drop database if exists "${nameIn(to.databaseUrl)}"`)
  await onServer(server, `create database "${nameIn(to.databaseUrl)}" template "${nameIn(from.databaseUrl)}"`)
}

async function grow({ dataDir, databaseUrl }: Place, size: number): Promise<number> {
  const connections = openDatabase(databaseUrl)
  try {
    if (connections.dialect === 'sqlite') hurry(connections)
    return await multiply(connections.writer, openSeal(dataDir), size, (done) => {
      process.stderr.write(`\rFilling: ${done} of ${size} `)
    })
  } finally {
    // A server that finds a journal takes it for a crash and checks every page.
    if (connections.dialect === 'sqlite') rawOf(connections).pragma('wal_checkpoint(TRUNCATE)')
    await connections.close()
  }
}

/** A fill that is interrupted is thrown away, so it need not wait for the disk. */
function hurry(connections: Connections): void {
  const raw = rawOf(connections)
  raw.pragma('synchronous = OFF')
  raw.pragma('cache_size = -400000')
}

function nameIn(databaseUrl: string): string {
  return new URL(databaseUrl).pathname.slice(1)
}

let known: string | undefined

/** Over everything that decides what a filled town holds. */
function fingerprint(): string {
  if (known !== undefined) return known
  const hash = createHash('sha256')
  const folders = ['db', 'app/domain/search', 'tests/bench']
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) =>
        /^(migrations|seed)\b|^(schema|query|bigrams|fold|marks|indexing|shapes|originals|copying|multiply)\./.test(
          file,
        ),
      )
      .filter((file) => /\.(ts|csv)$/.test(file) && !file.includes('.test.'))
      .map((file) => join(root, folder, file)),
  )
  for (const file of files.toSorted()) hash.update(readFileSync(file))
  known = hash.digest('hex').slice(0, 12)
  return known
}
