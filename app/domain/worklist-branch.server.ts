import { type RawBuilder, type SelectQueryBuilder, sql } from 'kysely'
import type { Database } from '#db/schema'
import type { Day } from './calendar'
import type { Db } from './context'
import { decisions, isAdoption } from './proposals/decision'
import { oneByOne, type TaskKind, type TaskRow } from './worklist'

/*
 * A branch is one kind of task: its first few rows and how many there are. All branches have the same columns, so
 * that a person's are asked in one statement.
 */
export type Branch = SelectQueryBuilder<Database & { task: TaskRow }, 'task', TaskRow>

/** All that a worklist depends on. */
export interface Duties {
  readonly personId: number
  readonly today: Day
  readonly headed: readonly number[]
  /** Of these, the ones headed as a delegate alone, and the heads whose duties they are, in the same order. */
  readonly delegated: readonly number[]
  readonly principals: readonly number[]
  readonly isSecretariat: boolean
  /** Where the person works by 発令. */
  readonly departments: readonly number[]
  /** The bureaus 「部」 that the person belongs to. */
  readonly bureaus: readonly number[]
  /** The bureaus of which the person is 次長, and so the next to see what is overdue in their sections. */
  readonly deputyOf: readonly number[]
  /** Scores for 事務改善委員会. */
  readonly judges: boolean
  readonly recordsCommittee: boolean
  readonly recordsCouncil: boolean
  /** Prepares the years; the next one is so many days away. */
  readonly keepsYears: boolean
  readonly thisYear: number
  readonly thisYearLabel: string
  readonly thisFirstDay: Day
  readonly nextYear: number
  readonly nextYearLabel: string
  readonly nextFirstDay: Day
  readonly daysToNextYear: number
}

/** Kinds that are only counted stand beside the tasks. */
type RowKind = TaskKind | 'draftPractice' | 'draftProposal' | 'contribution'

type Place = string | RawBuilder<unknown>

interface Columns {
  readonly id: Place
  readonly title: Place
  readonly from?: Place | null
  readonly since?: Place
  readonly dueOn?: Place
  readonly withinDays?: Place
}

export const ofProposal = { id: 'proposals.id', title: 'proposals.title', from: 'origin.name' } as const
export const ofPractice = { id: 'practices.id', title: 'practices.title' } as const

export const adoptions = decisions.filter(isAdoption)

export function branch<DB, TB extends keyof DB>(
  db: Db,
  kind: RowKind,
  query: SelectQueryBuilder<DB, TB, object>,
  columns: Columns,
): Branch {
  // Both databases must agree on the types of the union, also where a branch has nothing to say.
  const rows = query
    .select([
      sql<string>`cast(${kind} as text)`.as('kind'),
      sql<number>`${placed(columns.id)}`.as('id'),
      sql<string>`${placed(columns.title)}`.as('title'),
      sql<string | null>`cast(${placed(columns.from)} as text)`.as('fromDepartment'),
      sql<string | null>`cast(${placed(columns.since)} as text)`.as('since'),
      sql<string | null>`cast(${placed(columns.dueOn)} as text)`.as('dueOn'),
      sql<number | null>`cast(${placed(columns.withinDays)} as bigint)`.as('withinDays'),
      sql<number>`count(*) over ()`.as('total'),
    ])
    .limit(oneByOne)
  return db.selectFrom(rows.as('task')).selectAll() as unknown as Branch
}

/** Proposals with the department of the lead author on the day of writing; the name may be hidden, this is not. */
export function fromProposals(db: Db) {
  return db
    .selectFrom('proposals')
    .innerJoin('authorships as lead', (join) =>
      join.onRef('lead.proposalId', '=', 'proposals.id').on('lead.role', '=', 'lead'),
    )
    .leftJoin('departments as origin', (join) =>
      join
        .onRef('origin.id', '=', 'lead.departmentId')
        // Where a name is hidden so is the department: with a day beside it, it would tell the person.
        .on(({ eb, and, or }) =>
          or([
            eb('proposals.nameDisclosure', '=', 'disclosed'),
            and([
              eb('proposals.nameDisclosure', '=', 'hiddenDuringReview'),
              eb('proposals.notifiedAt', 'is not', null),
            ]),
          ]),
        ),
    )
}

function placed(place: Place | null | undefined): RawBuilder<unknown> {
  if (place === null || place === undefined) return sql`null`
  return typeof place === 'string' ? sql.ref(place) : place
}
