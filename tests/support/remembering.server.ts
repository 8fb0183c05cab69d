import { sql, type CompiledQuery } from 'kysely'
import pg from 'pg'
import type { Db } from '#app/domain/context'
import type { Seal } from '#app/domain/events/log.server'
import { isPostgres } from '#db/connect.server'
import { type Diary, diaryOf } from '#tests/support/diary.server'
import { caretakerOf } from '#tests/support/postgres-worlds.server'
import type { TestWorld } from '#tests/support/world.server'

type World = Pick<TestWorld, 'writer' | 'seal' | 'now'>

interface Memory {
  readonly name: string
  readonly result: unknown
  readonly writes: readonly CompiledQuery[]
}

const memories = new WeakMap<Seal, Map<string, Memory>>()
let remembered = 0

/** Whose diary is being written for a memory, and the world that this was handed to. */
const making = new WeakMap<Diary, World>()

/**
 * What `make` makes of a world that nothing but remembered things have made so far. Its commands run once in a worker for
 * each instant and such world; from then on what they wrote is written again, without all that they asked and checked.
 * `what` it is are the words and values that it depends on.
 */
export async function once<W extends World, T>(
  world: W,
  what: readonly unknown[],
  make: (world: W) => Promise<T>,
): Promise<T> {
  const diary = diaryOf(world.writer)
  if (!diary) return make(world)
  const outer = making.get(diary)
  if (outer && outer !== world) throw new Error('What is remembered must be made one after the other')
  if (diary.origin === undefined) return make(world)

  const known = memories.get(world.seal) ?? new Map<string, Memory>()
  memories.set(world.seal, known)
  const key = JSON.stringify([diary.origin, world.now(), ...what])
  const memory = known.get(key)
  if (memory) {
    await writeAgain(world.writer, diary, memory)
    diary.origin = memory.name
    return memory.result as T
  }

  const inner = { ...world }
  making.set(diary, inner)
  diary.writes ??= []
  const before = diary.writes.length
  try {
    const result = await make(inner)
    if (diary.writes) {
      const made = { name: `${(remembered += 1)}`, result, writes: diary.writes.slice(before) }
      known.set(key, made)
      diary.origin = made.name
    }
    return result
  } finally {
    if (outer) making.set(diary, outer)
    else {
      making.delete(diary)
      diary.writes = undefined
    }
  }
}

/** A fixture of which the same holds; its arguments are what it depends on. */
export function remembering<W extends World, Given extends readonly unknown[], T>(
  name: string,
  make: (world: W, ...given: Given) => Promise<T>,
): (world: W, ...given: Given) => Promise<T> {
  return (world, ...given) => once(world, [name, ...given], (inner) => make(inner, ...given))
}

async function writeAgain(writer: Db, diary: Diary, memory: Memory): Promise<void> {
  if (!isPostgres(writer)) {
    for (const write of memory.writes) await writer.executeQuery(write) // which the diary notes
    return
  }
  await callAgain(caretakerOf(writer), memory)
  diary.writes?.push(...memory.writes)
}

const functions = new WeakMap<Db, Set<string>>()

/** A function of the server's plans its statements once for a connection, and is asked once for all of them. */
async function callAgain(caretaker: Db, { name, writes }: Memory): Promise<void> {
  const known = functions.get(caretaker) ?? new Set<string>()
  functions.set(caretaker, known)
  const called = sql.ref(`again_${name}`)
  if (!known.has(name)) {
    const body = sql.raw(`begin ${writes.map(inFull).join('; ')}; end`)
    await sql`create or replace function ${called}() returns void language plpgsql as $again$ ${body} $again$`.execute(
      caretaker,
    )
    known.add(name)
  }
  await sql`select ${called}()`.execute(caretaker)
}

/** With its values in the place of their numbers, and without asking for what it returned. */
function inFull({ sql: text, parameters }: CompiledQuery): string {
  return text
    .replace(/\s+returning\s+("\w+"(\s*,\s*)?|\*)+\s*$/, '')
    .replaceAll(/\$(\d+)/g, (_, place: string) => literal(parameters[Number(place) - 1]))
}

function literal(value: unknown): string {
  if (value === null || value === undefined) return 'null'
  if (typeof value === 'object') throw new Error('Only plain values can be written again')
  return pg.escapeLiteral(String(value as string | number | boolean | bigint))
}
