import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { isPostgres } from '#db/connect.server'
import { freshWorld } from '#tests/support/world.server'

/** db/schema.ts is written by hand; these hold it to the database that the migrations make. */

it('describes every table and every column, and none that is not there', async () => {
  await using world = await freshWorld()
  const database = await world.reader.introspection.getTables()
  const made = Object.fromEntries(
    database
      .filter(({ name }) => !/^(sqlite_|improvementIndex|kysely_)/.test(name))
      .map(({ name, columns }) => [name, columns.map((column) => column.name).sort()]),
  )
  const described = tablesOfSchema()
  // The one table that only one of the databases has, for its text index.
  if (!isPostgres(world.reader)) delete described['improvementTexts']
  expect(made).toEqual(described)
})

it('refuses to change or remove a line of the event log', async () => {
  await using world = await freshWorld()
  await world.writer
    .insertInto('events')
    .values({
      seq: 1,
      at: '2026-06-01T00:00:00.000Z',
      kind: 'fiscalYear.opened',
      actorId: null,
      actorPost: null,
      proposalId: null,
      practiceId: null,
      payload: '{}',
      requestId: null,
      prevHash: '',
      hash: 'h',
    })
    .execute()
  await expect(world.writer.updateTable('events').set({ kind: 'x' }).execute()).rejects.toThrow('append-only')
  await expect(world.writer.deleteFrom('events').execute()).rejects.toThrow('append-only')
  if (isPostgres(world.reader)) return
  const replacing = sql`insert or replace into "events" ("seq", "at", "kind", "payload", "prevHash", "hash")
    values (1, '', '', '', '', '')`
  await expect(replacing.execute(world.writer)).rejects.toThrow('append-only')
})

it('keeps references whole: a consideration of no proposal is refused', async () => {
  await using world = await freshWorld()
  const orphan = world.writer
    .insertInto('considerations')
    .values({
      proposalId: 999,
      departmentId: 999,
      round: 1,
      isLead: 1,
      question: null,
      askedAt: '2026-06-01T00:00:00.000Z',
      askedById: null,
      dueOn: '2026-06-15',
      takenUpAt: null,
      takenUpById: null,
      answeredAt: null,
      answeredById: null,
    })
    .execute()
  await expect(orphan).rejects.toThrow(/foreign key/i)
})

/** Reads the interfaces as text: their fields are the columns. */
function tablesOfSchema(): Record<string, string[]> {
  const source = readFileSync(new URL('../db/schema.ts', import.meta.url), 'utf8')
  const rows = Object.fromEntries(
    [...source.matchAll(/interface (\w+Row) \{\n([\s\S]*?)\n\}/g)].map(([, name = '', body = '']) => [
      name,
      [...body.matchAll(/^ {2}(\w+): /gm)].map(([, column = '']) => column).sort(),
    ]),
  )
  const tables = source.slice(0, source.indexOf('type Id ='))
  return Object.fromEntries(
    [...tables.matchAll(/^ {2}(\w+): (\w+Row)$/gm)].map(([, table = '', row = '']) => [
      table,
      rows[row] ?? [],
    ]),
  )
}
