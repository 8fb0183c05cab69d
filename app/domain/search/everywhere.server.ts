import { bureauOn } from '../organisation/bureau-of-day.server'
import { type Expression, type RawBuilder, sql, type SqlBool } from 'kysely'
import { type Day, fiscalYearOf } from '../calendar'
import { containing } from '../containing.server'
import type { Db } from '../context'
import { type Actor, isSecretariat } from '../organisation/actor'
import { folded } from '../organisation/person'
import { validOn } from '../organisation/validity'
import { nameWordingsOf } from './name-wordings'
import type { Synonyms } from './synonyms'

export const foundKinds = ['proposal', 'project', 'department', 'person'] as const

export interface Found {
  readonly kind: (typeof foundKinds)[number]
  readonly id: number
  readonly name: string
  readonly detail: string | null
}

export const shownOfKind = 10

/**
 * What is called by these words besides the improvements: proposals by their names, as far as the reader may open
 * them, the 事務事業 of the year, departments and people of the day. In one statement; of each kind the first ten and
 * one more, which only says that there are more. What may not be seen is neither found nor counted.
 */
export async function searchByName(db: Db, actor: Actor, text: string, synonyms: Synonyms): Promise<Found[]> {
  const words = nameWordingsOf(text, synonyms)
  if (words.length === 0) return []
  const named = (name: Expression<string>) => holdsAll(name, words)
  const parts = [
    selectProposals(db, actor, named),
    selectProjects(db, actor.today, named),
    selectDepartments(db, actor.today, named),
    selectPeople(db, actor.today, words),
  ]
  const { rows } = await sql<Found>`${sql.join(
    parts.map((part, at) => sql`select * from (${part}) as ${sql.ref(`part${at}`)}`),
    sql` union all `,
  )}`.execute(db)
  return rows
}

type Named = (name: Expression<string>) => RawBuilder<SqlBool>

function selectProposals(db: Db, actor: Actor, named: Named) {
  const office = isSecretariat(actor)
  return db
    .selectFrom('proposals')
    .leftJoin('departments', 'departments.id', 'proposals.leadDepartmentId')
    .select((eb) => [
      eb.val<Found['kind']>('proposal').as('kind'),
      'proposals.id',
      'proposals.title as name',
      'departments.name as detail',
    ])
    .where((eb) => named(eb.ref('proposals.title')))
    .where((eb) =>
      eb.or([
        eb('proposals.notifiedAt', 'is not', null),
        ...(office ? [eb('proposals.submittedAt', 'is not', null)] : []),
        eb.exists(
          eb
            .selectFrom('authorships')
            .select('authorships.personId')
            .whereRef('authorships.proposalId', '=', 'proposals.id')
            .where('authorships.personId', '=', actor.personId)
            .where('authorships.leftAt', 'is', null),
        ),
      ]),
    )
    .orderBy('proposals.id', 'desc')
    .limit(shownOfKind + 1)
}

function selectProjects(db: Db, today: Day, named: Named) {
  return db
    .selectFrom('projectYears')
    .innerJoin('departments', 'departments.id', 'projectYears.departmentId')
    .select((eb) => [
      eb.val<Found['kind']>('project').as('kind'),
      'projectYears.projectId as id',
      'projectYears.name',
      'departments.name as detail',
    ])
    .where('projectYears.fiscalYear', '=', fiscalYearOf(today))
    .where((eb) => named(eb.ref('projectYears.name')))
    .orderBy('projectYears.code')
    .limit(shownOfKind + 1)
}

function selectDepartments(db: Db, today: Day, named: Named) {
  return db
    .selectFrom('departments')
    .leftJoin('departments as bureaus', (join) => join.on('bureaus.id', '=', bureauOn('departments', today)))
    .select((eb) => [
      eb.val<Found['kind']>('department').as('kind'),
      'departments.id',
      'departments.name',
      'bureaus.name as detail',
    ])
    .where(validOn('departments', today))
    .where((eb) => named(eb.ref('departments.name')))
    .orderBy('departments.code')
    .limit(shownOfKind + 1)
}

/** A name is written with a space or without one, so all the words are looked for together, by name or kana. */
function selectPeople(db: Db, today: Day, words: readonly (readonly string[])[]) {
  const key = folded(words.map(([typed]) => typed).join(''))
  return db
    .selectFrom('people')
    .innerJoin('appointments', 'appointments.personId', 'people.id')
    .innerJoin('departments', 'departments.id', 'appointments.departmentId')
    .select((eb) => [
      eb.val<Found['kind']>('person').as('kind'),
      'people.id',
      'people.name',
      'departments.name as detail',
    ])
    .where('appointments.kind', '=', 'main')
    .where(validOn('appointments', today))
    .where((eb) => containing(eb.ref('people.searchKey'), key))
    .orderBy('people.kana')
    .orderBy('people.id')
    .limit(shownOfKind + 1)
}

/** Every word, each in one of its wordings. */
function holdsAll(name: Expression<string>, words: readonly (readonly string[])[]): RawBuilder<SqlBool> {
  const each = words.map((wordings) => {
    const any = wordings.map((wording) => containing(name, wording))
    return sql<SqlBool>`(${sql.join(any, sql` or `)})`
  })
  return sql<SqlBool>`(${sql.join(each, sql` and `)})`
}
