import { type Expression, sql } from 'kysely'
import { type Day, fiscalYearOf } from '../calendar'
import type { Db } from '../context'
import { validOn } from '../organisation/validity'
import { worded } from '../worded.server'
import { helpersOf, projectsOf } from './committee-naming.server'

export interface DecisionChoices {
  departments: { id: number; name: string }[]
  /** What the proposal is about, and what the departments asked run this year. */
  projects: { id: number; code: string; name: string }[]
  /** Staff of the departments asked. */
  helpers: { id: number; name: string; departmentName: string; postName: string }[]
  reasons: { code: string; label: string }[]
}

/** What a decision can be chosen from, in one statement. */
export async function listDecisionChoices(db: Db, proposalId: number, today: Day): Promise<DecisionChoices> {
  const rows = await selectChoices(db, { proposalId, today, fiscalYear: fiscalYearOf(today) })
  const of = (kind: string) => rows.filter((row) => row.kind === kind)
  return {
    departments: of('department').map(({ id, name }) => ({ id, name })),
    projects: of('project').map(({ id, code, name }) => ({ id, code, name })),
    helpers: of('helper').map(({ id, name, departmentName, postName }) => ({
      ...{ id, name, departmentName: departmentName ?? '', postName: postName ?? '' },
    })),
    reasons: of('reason').map(({ code, name }) => ({ code, label: name })),
  }
}

const selectChoices = worded((db, asked: { proposalId: number; today: Day; fiscalYear: number }) =>
  departments(db, asked.today)
    .unionAll(projects(db, asked))
    .unionAll(helpers(db, asked))
    .unionAll(reasons(db))
    .orderBy('place')
    .orderBy('rank')
    .orderBy('kana'),
)

/** The columns of every part, in this order: a union goes by place, not by name. */
type Part = Expression<{
  kind: string
  id: number
  code: string
  name: string
  departmentName: string | null
  postName: string | null
  place: string
  rank: number
  kana: string
}>

const nothing = sql<string | null>`cast(null as text)`
const zero = sql<number>`cast(0 as bigint)`
const blank = sql<string>`cast('' as text)`

function departments(db: Db, today: Day) {
  return db
    .selectFrom('departments')
    .select((eb) => [
      eb.val<string>('department').as('kind'),
      'departments.id',
      'departments.code',
      'departments.name',
      nothing.as('departmentName'),
      nothing.as('postName'),
      'departments.code as place',
      zero.as('rank'),
      blank.as('kana'),
    ])
    .where('kind', '=', 'section')
    .where(validOn('departments', today))
}

function projects(db: Db, asked: Parameters<typeof projectsOf>[1]): Part {
  return db
    .selectFrom(projectsOf(db, asked).as('projects'))
    .select((eb) => [
      eb.val<string>('project').as('kind'),
      'projects.id',
      'projects.code',
      'projects.name',
      nothing.as('departmentName'),
      nothing.as('postName'),
      'projects.code as place',
      zero.as('rank'),
      blank.as('kana'),
    ])
}

function helpers(db: Db, { proposalId, today }: { proposalId: number; today: Day }): Part {
  return db
    .selectFrom(helpersOf(db, proposalId, today).as('helpers'))
    .select((eb) => [
      eb.val<string>('helper').as('kind'),
      'helpers.id',
      blank.as('code'),
      'helpers.name',
      eb.ref('helpers.departmentName').$castTo<string | null>().as('departmentName'),
      eb.ref('helpers.postName').$castTo<string | null>().as('postName'),
      'helpers.departmentCode as place',
      'helpers.rank',
      'helpers.kana',
    ])
}

function reasons(db: Db): Part {
  return db
    .selectFrom('reasonCodes')
    .select((eb) => [
      eb.val<string>('reason').as('kind'),
      zero.as('id'),
      'reasonCodes.code',
      'reasonCodes.label as name',
      nothing.as('departmentName'),
      nothing.as('postName'),
      blank.as('place'),
      'reasonCodes.position as rank',
      blank.as('kana'),
    ])
    .where('usedFor', '=', 'notAdopted')
    .where('retiredAt', 'is', null)
}
