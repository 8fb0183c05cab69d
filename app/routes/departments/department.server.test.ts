import { expect, it } from 'vitest'
import { call } from '#tests/access/calling.server'
import { castParts, signAllIn } from '#tests/access/parts.server'
import type { Run } from '#tests/access/site'
import { recordSpread } from '#app/domain/improvements/spreading.server'
import { countStatements, statementsOfLoader } from '#tests/support/counted.server'
import { confirmed } from '#tests/support/practices.server'
import { type PersonName, smallTown } from '#tests/support/town.server'
import { freshWorld } from '#tests/support/world.server'
import { loader as improvementsLoader } from '../improvements/improvements'
import { loader } from './department'

const path = '/departments/:id'
const show = { name: `GET ${path}`, method: 'GET', path, run: loader as Run } as const
const library = '/improvements'
const find = { name: `GET ${library}`, method: 'GET', path: library, run: improvementsLoader as Run } as const

interface Shown {
  readonly notYet: readonly { projectId: number; name: string; cases: number }[]
  readonly improved: readonly { name: string }[]
  readonly copied: readonly { title: string; state: string; departmentName: string; copyId: number }[] | null
}

async function town() {
  const world = await freshWorld()
  const small = await smallTown(world)
  await signAllIn(world, await castParts(world, small))
  const departmentPage = async (id: number, query = '') => {
    const { status, text } = await call(world, show, { as: 'employee', params: { id: String(id) }, query })
    expect(status).toBe(200)
    return JSON.parse(text) as Shown
  }
  /** What the link beside a 事務事業 leads to. */
  const linked = async (projectId: number) => {
    const { text } = await call(world, find, { as: 'employee', query: `?like=${projectId}` })
    const { found, applied } = JSON.parse(text) as {
      found: { total: number; capped: boolean }
      applied: { label: string }[]
    }
    return { total: found.total, applied: applied.map(({ label }) => label) }
  }
  return { world, small, departmentPage, linked, [Symbol.asyncDispose]: () => world.close() }
}

it('says beside what is not improved yet how many cases other departments have, as many as the link shows', async () => {
  await using told = await town()
  const { world, small, departmentPage, linked } = told
  const { projects, departments } = small
  // 福祉課 reports for a 事務事業 of 税務課, which has reported nothing for it.
  await confirmed(world, small, { by: 'mori', head: 'mori', projectIds: [projects.collection] }).catch(
    () => 0,
  )
  await confirmed(world, small, {
    title: '市税の番号札',
    projectIds: [projects.propertyTax, projects.counter],
  })
  const { notYet } = await departmentPage(departments.tax, '?year=2026')
  for (const { projectId, cases } of notYet) {
    const { total, applied } = await linked(projectId)
    expect(total).toBe(cases)
    expect(applied).toHaveLength(1)
  }
  const years = await departmentPage(departments.tax, '?year=2025')
  expect(years.notYet.map(({ cases }) => cases)).toEqual([0, 0])
  expect(years.copied).toBeNull()
})

it('shows what the department copies, with its source, from the day on which it said that it would', async () => {
  await using told = await town()
  const { world, small, departmentPage } = told
  const { tax, welfare } = small.departments
  await confirmed(world, small)
  const { id: improvementId } = await world.reader
    .selectFrom('improvements')
    .select('id')
    .executeTakeFirstOrThrow()
  const say = (name: PersonName, state: 'wanted' | 'started') =>
    world.act(small.people[name], (ctx) =>
      recordSpread(ctx, { improvementId, state, projectId: null, plannedFor: '', note: '', reason: '' }),
    )
  await say('mori', 'wanted')
  await say('sato', 'started')
  expect((await departmentPage(welfare)).copied).toMatchObject([{ state: 'wanted' }])
  expect((await departmentPage(tax)).copied).toMatchObject([
    { title: '窓口に番号札を置く', state: 'started', departmentName: '市民課', copyId: null },
  ])
})

it('asks no more than a page may, and the library neither with words', async () => {
  await using told = await town()
  const { world, small } = told
  await confirmed(world, small, { projectIds: [small.projects.collection] })
  const params = { id: String(small.departments.tax) }
  expect(await countStatements(world, path, { as: 'head', params })).toBeLessThanOrEqual(statementsOfLoader)
  const query = `?like=${small.projects.collection}&q=${encodeURIComponent('窓口')}&chapter=1&section=1`
  expect(await countStatements(world, library, { as: 'head', query })).toBeLessThanOrEqual(statementsOfLoader)
})
