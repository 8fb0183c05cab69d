import { expect } from 'vitest'
import { NotFound } from '#app/domain/errors'
import { verifyLog } from '#app/domain/events/log.server'
import { recountYear } from '#app/domain/indicators/counting.server'
import { systemPersonId } from '#app/domain/organisation/actor'
import { findActor } from '#app/domain/organisation/actor.server'
import { findContent as findReport } from '#app/domain/practices/content.server'
import { findPracticeFactsSeenBy } from '#app/domain/practices/facts.server'
import { findContent } from '#app/domain/proposals/content.server'
import { findFactsSeenBy } from '#app/domain/proposals/facts.server'
import { isAdoption } from '#app/domain/proposals/decision'
import type { TestWorld } from '#tests/support/world.server'
import { type Model, todayOf } from './model'
import { isProposal, outcomeOf, reads } from './trying'

/** Nothing that was accepted is lost: every text in its last accepted form, every fact, every version of an answer. */
export async function insistOnTexts(model: Model, { reader }: TestWorld): Promise<void> {
  for (const { id, content, receiptNumber, previousId } of model.proposals) {
    expect(sorted((await findContent(reader, id)).content)).toEqual(sorted(content))
    const stored = reader.selectFrom('proposals').select(['receiptNumber', 'previousId']).where('id', '=', id)
    expect(await stored.executeTakeFirst()).toEqual({ receiptNumber, previousId })
  }
  for (const { id, content } of model.practices) {
    expect(sorted((await findReport(reader, id)).content)).toEqual(sorted(content))
  }
  for (const { table, row } of model.kept) {
    const stored = await reader
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<number>().as('found'))
      .where((eb) =>
        eb.and(
          Object.entries(row).map(([column, value]) =>
            eb(eb.ref(`${table}.${column}` as never), value === null ? 'is' : '=', value as never),
          ),
        ),
      )
      .executeTakeFirstOrThrow()
    expect(stored.found, `${table} ${JSON.stringify(row)}`).toBeGreaterThan(0)
  }
  await insistOnAnswers(model, reader)
}

async function insistOnAnswers(model: Model, reader: TestWorld['reader']): Promise<void> {
  for (const { id, versions, answered } of model.proposals.flatMap(({ considerations }) => considerations)) {
    const rows = await reader
      .selectFrom('considerationAnswers')
      .selectAll()
      .where('considerationId', '=', id)
      .orderBy('version')
      .execute()
    expect(rows).toMatchObject(versions.map(({ by, text }) => ({ ...text, writtenById: by })))
    expect(typeof rows.at(-1)?.answeredAt === 'string').toBe(answered)
  }
}

/** What one may not read is not there for one; everybody else reads it. */
export async function insistOnReaders(model: Model, world: TestWorld): Promise<void> {
  for (const personId of model.cast.everybody) {
    const actor = await findActor(world.reader, personId, todayOf(model))
    for (const on of [...model.proposals, ...model.practices]) {
      const look = isProposal(on)
        ? findFactsSeenBy(world.reader, actor, on.id)
        : findPracticeFactsSeenBy(world.reader, actor, on.id)
      const { refusal } = await outcomeOf<unknown>(look)
      if (reads(model, on, personId)) expect(refusal, actor.name).toBeNull()
      else expect(refusal, `${actor.name} at ${on.stage}`).toBeInstanceOf(NotFound)
    }
  }
}

/** On the shelf stands what was confirmed, or adopted and notified, and nothing else. */
export async function insistOnShelf(model: Model, { reader }: TestWorld): Promise<void> {
  const shelved = await reader.selectFrom('improvements').select(['practiceId', 'proposalId']).execute()
  const adopted = model.proposals.filter(
    ({ notified, decision }) => notified && decision && isAdoption(decision),
  )
  const confirmed = model.practices.filter(({ stage }) => stage === 'confirmed')
  expect(idsOf(shelved.map(({ proposalId }) => proposalId))).toEqual(idsOf(adopted.map(({ id }) => id)))
  expect(idsOf(shelved.map(({ practiceId }) => practiceId))).toEqual(idsOf(confirmed.map(({ id }) => id)))
}

/** The figures that were carried along are those that counting everything anew finds. */
export async function insistOnFigures(world: TestWorld): Promise<void> {
  const carriedAlong = await figures(world)
  await world.act(systemPersonId, async (ctx) => {
    for (const fiscalYear of [2025, 2026]) await recountYear(ctx, fiscalYear)
  })
  expect(carriedAlong).toEqual(await figures(world))
}

export async function insistOnLog({ reader, seal }: TestWorld): Promise<void> {
  expect((await verifyLog(reader, seal)).brokenAt).toBeNull()
}

async function figures({ reader }: TestWorld) {
  const evidence = await reader
    .selectFrom('countedImprovements')
    .selectAll()
    .where('fiscalYear', 'in', [2025, 2026])
    .orderBy('fiscalYear')
    .orderBy('projectId')
    .orderBy('improvementId')
    .execute()
  const summary = await reader
    .selectFrom('attainments')
    .selectAll()
    .where('fiscalYear', 'in', [2025, 2026])
    .orderBy('fiscalYear')
    .orderBy('projectId')
    .execute()
  return { evidence, summary }
}

function idsOf(ids: readonly (number | null)[]): number[] {
  return ids.filter((id) => id !== null).sort((a, b) => a - b)
}

/** The order of choices is nobody's. */
function sorted(content: object): object {
  return Object.fromEntries(
    Object.entries(content).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.map(String).sort() : value,
    ]),
  )
}
