import type { CompiledQuery, LogEvent } from 'kysely'
import type { Db } from '#app/domain/context'

/** What is written into one of the databases that tests hand on, from the empty world on. */
export interface Diary {
  /** The memory that made this world what it is; nothing where something was written that no memory knows. */
  origin: string | undefined
  /** All writing statements since something began that is to be remembered; nothing where a list of them would not do. */
  writes: CompiledQuery[] | undefined
  /** For the database's own log. */
  note(event: LogEvent): void
}

/** The world without a row, with which every diary begins. */
const empty = 'empty'

const diaries = new WeakMap<Db, Diary>()

export function createDiary(): Diary {
  const diary: Diary = {
    origin: empty,
    writes: undefined,
    note({ level, query }) {
      if (readsOnly.test(query.sql)) return
      diary.origin = undefined
      // What was refused or undone has left nothing but numbers that the next row does not get.
      if (level === 'error' || undoes.test(query.sql)) diary.writes = undefined
      else diary.writes?.push(query)
    },
  }
  return diary
}

/** What is not known to only read writes. */
const readsOnly = /^\s*(begin|commit|select|with(?![^]*\b(insert into|update|delete from)\b))\b/i
const undoes = /^\s*rollback\b/i

/** Of a database that was opened with the diary's `note` for its log. */
export function keepDiary(writer: Db, diary: Diary): void {
  diaries.set(writer, diary)
}

/** The world was emptied. */
export function beginAnew(writer: Db): void {
  const diary = diaries.get(writer)
  if (diary) diary.origin = empty
}

/** Nothing for databases that are nobody's but the test's. */
export function diaryOf(writer: Db): Diary | undefined {
  return diaries.get(writer)
}
