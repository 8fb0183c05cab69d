import { type Day, dayOf } from '../calendar'
import { containing } from '../containing.server'
import type { Db } from '../context'
import { insist } from '../errors'
import type { Actor } from '../organisation/actor'
import type { Decision } from './decision'
import { lifecycle, type Stage } from './lifecycle'
import { mayKeepLedger } from './policy'

export interface LedgerLine {
  readonly id: number
  readonly receiptNumber: string | null
  readonly title: string
  readonly stage: Stage
  readonly submittedOn: Day
  readonly acceptedOn: Day | null
  readonly leadDepartmentName: string | null
  readonly answerDueOn: Day | null
  readonly decision: Decision | null
  readonly decidedOn: Day | null
  readonly notifiedOn: Day | null
}

export interface LedgerFilter {
  readonly fiscalYear: number
  readonly stage?: Stage | undefined
  readonly departmentId?: number | undefined
  /** Only what some department should have answered before that day, of whatever year. */
  readonly lateOn?: Day | undefined
  /** A part of the title or the receipt number. */
  readonly text?: string | undefined
  /** The last line of the page before. */
  readonly after?: { readonly at: string; readonly id: number } | undefined
}

/** A file takes a whole year, which is far below this. */
const wholeYear = 5_000

/** 提案台帳: every proposal submitted in a year, by the secretariat alone, in the order of submission, without names. */
export async function listLedger(
  db: Db,
  actor: Actor,
  filter: LedgerFilter,
  pageSize = 50,
): Promise<{ rows: LedgerLine[]; nextAfter: LedgerFilter['after'] | null }> {
  insist(mayKeepLedger(actor))
  const found = await selectLines(db, filter)
    .limit(pageSize + 1)
    .execute()
  const shown = found.slice(0, pageSize)
  const last = found.length > pageSize ? shown.at(-1) : undefined
  return { rows: shown.map(lineOf), nextAfter: last ? { at: last.submittedAt ?? '', id: last.id } : null }
}

/** The same for a file: the whole year at once. */
export async function listWholeLedger(db: Db, actor: Actor, filter: LedgerFilter): Promise<LedgerLine[]> {
  insist(mayKeepLedger(actor))
  const rows = await selectLines(db, { ...filter, after: undefined })
    .limit(wholeYear)
    .execute()
  return rows.map(lineOf)
}

/** Whom to remind: the departments that should have answered before that day, by proposal. */
export async function listLateDepartments(
  db: Db,
  actor: Actor,
  proposalIds: readonly number[],
  day: Day,
): Promise<Map<number, string[]>> {
  insist(mayKeepLedger(actor))
  if (proposalIds.length === 0) return new Map()
  const rows = await unanswered(db, day)
    .innerJoin('departments', 'departments.id', 'considerations.departmentId')
    .select(['considerations.proposalId', 'departments.name'])
    .where('considerations.proposalId', 'in', proposalIds)
    .orderBy('considerations.dueOn')
    .orderBy('departments.code')
    .execute()
  const late = new Map<number, string[]>()
  for (const { proposalId, name } of rows) late.set(proposalId, [...(late.get(proposalId) ?? []), name])
  return late
}

/** The departments that lead a proposal of the year, to choose from. */
export async function listLeadDepartmentIds(db: Db, fiscalYear: number): Promise<number[]> {
  const rows = await db
    .selectFrom('proposals')
    .select('leadDepartmentId')
    .distinct()
    .where('fiscalYear', '=', fiscalYear)
    .where('submittedAt', 'is not', null)
    .where('leadDepartmentId', 'is not', null)
    .limit(500)
    .execute()
  return rows.flatMap(({ leadDepartmentId }) => (leadDepartmentId === null ? [] : [leadDepartmentId]))
}

function selectLines(db: Db, { fiscalYear, stage, departmentId, lateOn, text, after }: LedgerFilter) {
  let query = db
    .selectFrom('proposals')
    .leftJoin('departments', 'departments.id', 'proposals.leadDepartmentId')
    .leftJoin('decisions', 'decisions.id', 'proposals.decisionId')
    .select([
      'proposals.id',
      'proposals.receiptNumber',
      'proposals.title',
      'proposals.stage',
      'proposals.submittedAt',
      'proposals.acceptedAt',
      'departments.name as leadDepartmentName',
      'proposals.answerDueOn',
      'decisions.decision',
      'decisions.heldOn as decidedOn',
      'proposals.notifiedAt',
    ])
    .where('proposals.submittedAt', 'is not', null)
    .orderBy('proposals.submittedAt', (order) => order.asc().nullsLast())
    .orderBy('proposals.id')
  if (stage !== undefined) query = query.where('proposals.stage', '=', stage)
  if (departmentId !== undefined) query = query.where('proposals.leadDepartmentId', '=', departmentId)
  if (lateOn === undefined) query = query.where('proposals.fiscalYear', '=', fiscalYear)
  else {
    query = query
      .where('proposals.stage', 'in', lifecycle.closeConsideration.from)
      .where('proposals.id', 'in', unanswered(db, lateOn).select('considerations.proposalId'))
  }
  if (after) {
    query = query.where((eb) =>
      eb.or([
        eb('proposals.submittedAt', '>', after.at),
        eb.and([eb('proposals.submittedAt', '=', after.at), eb('proposals.id', '>', after.id)]),
      ]),
    )
  }
  const wanted = text?.normalize('NFKC').trim() ?? ''
  if (wanted === '') return query
  return query.where((eb) =>
    eb.or([
      containing(eb.ref('proposals.title'), wanted),
      containing(eb.ref('proposals.receiptNumber'), wanted),
    ]),
  )
}

function unanswered(db: Db, lateOn: Day) {
  return db
    .selectFrom('considerations')
    .where('considerations.answeredAt', 'is', null)
    .where('considerations.dueOn', '<', lateOn)
}

type Row = Awaited<ReturnType<ReturnType<typeof selectLines>['execute']>>[number]

function lineOf({ submittedAt, acceptedAt, notifiedAt, ...row }: Row): LedgerLine {
  const onDay = (instant: string | null) => (instant === null ? null : dayOf(instant))
  return {
    ...row,
    stage: row.stage as Stage,
    decision: row.decision as Decision | null,
    submittedOn: dayOf(submittedAt ?? ''),
    acceptedOn: onDay(acceptedAt),
    notifiedOn: onDay(notifiedAt),
  }
}
