import SqliteDatabase from 'better-sqlite3'

type Raw = SqliteDatabase.Database

/** Marks a file as ours (“KAIZ”), so that a mistaken path cannot open somebody else's database. */
const APPLICATION_ID = 0x4b41495a

/**
 * What every connection must run with, and the value it must read back. synchronous is the one that counts: better-sqlite3
 * is compiled to reopen a WAL file with NORMAL, which loses acknowledged commits on a power cut.
 */
const pragmas = {
  synchronous: ['FULL', 2],
  foreign_keys: ['ON', 1],
  recursive_triggers: ['ON', 1], // INSERT OR REPLACE would otherwise slip past the append-only triggers
  trusted_schema: ['OFF', 0],
  cell_size_check: ['ON', 1],
  busy_timeout: ['2000', 2000],
  journal_size_limit: ['67108864', 67_108_864],
  wal_autocheckpoint: ['1000', 1000],
  mmap_size: ['0', 0],
  temp_store: ['MEMORY', 2],
  secure_delete: ['FAST', 2],
} as const

/** The one connection that writes. Creates the file when it is missing; refuses files that are not ours. */
export function openWriter(file: string): Raw {
  const raw = new SqliteDatabase(file)
  try {
    raw.pragma('journal_mode = WAL')
    settle(raw, 'wal')
    claim(raw, file)
    return raw
  } catch (error) {
    raw.close()
    throw error
  }
}

/** A connection on which every write fails: “attempt to write a readonly database”. */
export function openReader(file: string): Raw {
  const raw = new SqliteDatabase(file, { readonly: true, fileMustExist: true })
  settle(raw, 'wal')
  return raw
}

/** A database that lives in memory only, from an earlier `serialize()` when one is given. */
export function openInMemory(image?: Buffer): Raw {
  const raw = image ? new SqliteDatabase(image) : new SqliteDatabase(':memory:')
  settle(raw, 'memory')
  return raw
}

/** Throws with SQLite's own findings when pages, indexes or foreign keys of the file are damaged. */
export function insistOnIntegrity(raw: Raw, thoroughness: 'quick_check' | 'integrity_check') {
  const findings = raw.pragma(thoroughness) as Record<string, string>[]
  const verdict = findings.map((row) => row[thoroughness]).join('; ')
  if (verdict !== 'ok') throw new Error(`The database is damaged: ${verdict}`)

  const orphans = raw.pragma('foreign_key_check') as { table: string; rowid: number; parent: string }[]
  const first = orphans[0]
  if (first) throw new Error(`Broken reference: ${first.table} row ${first.rowid} has no ${first.parent}`)
}

function settle(raw: Raw, journal: 'wal' | 'memory') {
  for (const [name, [value]] of Object.entries(pragmas)) raw.pragma(`${name} = ${value}`)

  const mode = raw.pragma('journal_mode', { simple: true })
  if (mode !== journal) throw new Error(`SQLite runs with journal_mode ${String(mode)} instead of ${journal}`)
  for (const [name, [, expected]] of Object.entries(pragmas)) {
    if (raw.memory && name === 'mmap_size') continue // there is no file to map, and so nothing to read back
    const actual = readPragma(raw, name)
    if (actual !== expected) throw new Error(`SQLite runs with ${name} ${actual} instead of ${expected}`)
  }
}

function claim(raw: Raw, file: string) {
  const owner = readPragma(raw, 'application_id')
  if (owner === APPLICATION_ID) return
  const tables = raw.prepare('select count(*) from sqlite_schema').pluck().get()
  if (owner !== 0 || tables !== 0) throw new Error(`${file} is a database of another program`)
  raw.pragma(`application_id = ${APPLICATION_ID}`)
}

function readPragma(raw: Raw, name: string): number {
  return raw.pragma(name, { simple: true }) as number
}
