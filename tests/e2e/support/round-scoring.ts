import { randomUUID } from 'node:crypto'
import { expect } from '@playwright/test'
import { paths } from '#app/web/paths'
import type { Desks } from './desks'
import type { Matter } from './round'

/** Scores one item, whatever comes of it: true when it was counted, false when it was refused. */
export async function scoreAt(
  desks: Desks,
  personId: number,
  { itemId }: Pick<Matter, 'itemId'>,
  mark: number,
): Promise<boolean> {
  const marks = Object.fromEntries([0, 1, 2, 3, 4].map((place) => [`marks[${place}]`, String(mark)]))
  const sent = await desks.of(personId).post(paths.score(itemId), { ...marks, formKey: randomUUID() })
  expect([302, 403]).toContain(sent.status)
  return sent.status === 302
}

/** Scores one item time and again, each time otherwise, until it is refused; the last marks that were counted. */
export async function scoreUntilRefused(
  desks: Desks,
  personId: number,
  matter: Pick<Matter, 'itemId'>,
): Promise<{ personId: number; mark: number | null }> {
  for (let turn = 0, last: number | null = null; turn < 200; turn += 1) {
    const mark = 1 + (turn % 5)
    if (!(await scoreAt(desks, personId, matter, mark))) return { personId, mark: last }
    last = mark
  }
  throw new Error('The scores were never opened')
}

/** What stands there of each, in the same form. */
export function marksOf(
  desks: Desks,
  { itemId }: Pick<Matter, 'itemId'>,
): { personId: number; mark: number }[] {
  return desks.rows(
    `select personId, json_extract(marks, '$[0]') as mark from scoreSheets where agendaItemId = ? order by personId`,
    itemId,
  )
}

/** A member scores what is still open to that member; the items that are refused because the member keeps out. */
export async function scoreTheRest(
  desks: Desks,
  personId: number,
  matters: readonly Matter[],
): Promise<number[]> {
  const done = scorersOf(desks, matters)
  const refused: number[] = []
  for (const matter of matters) {
    if (done.some((sheet) => sheet.itemId === matter.itemId && sheet.personId === personId)) continue
    const mark = 1 + ((personId + matter.itemId) % 5)
    if (!(await scoreAt(desks, personId, matter, mark))) refused.push(matter.itemId)
  }
  return refused
}

/** The sheets that there are. */
export function scorersOf(
  desks: Desks,
  matters: readonly Pick<Matter, 'itemId'>[],
): { itemId: number; personId: number }[] {
  return desks.rows(
    `select agendaItemId as itemId, personId from scoreSheets
     where agendaItemId in (${matters.map(() => '?').join(', ')})`,
    ...matters.map(({ itemId }) => itemId),
  )
}
