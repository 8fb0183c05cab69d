import { addDays, type Day, dayOf } from '../calendar'
import type { Db } from '../context'
import { insist } from '../errors'
import type { Actor } from '../organisation/actor'
import type { DecidingBody } from './committee'
import { mayNotify } from './committee-policy'
import type { Decision } from './decision'
import { lifecycle } from './lifecycle'

/** As many as one batch takes; the rest follow in the next one. */
export const noticeBatch = 40

export interface AwaitingNotice {
  proposalId: number
  title: string
  receiptNumber: string | null
  decision: Decision
  body: DecidingBody
  heldOn: Day
  reason: string
  implementingDepartmentName: string | null
  dueOn: Day
}

/** Decided and not yet notified, the earliest decision first; `only` some of them for the page that checks a batch. */
export async function listAwaitingNotice(
  db: Db,
  actor: Actor,
  only?: readonly number[],
): Promise<AwaitingNotice[]> {
  insist(mayNotify(actor))
  if (only?.length === 0) return []
  const rows = await db
    .selectFrom('proposals')
    .innerJoin('decisions', 'decisions.id', 'proposals.decisionId')
    .innerJoin('fiscalYears', 'fiscalYears.fiscalYear', 'proposals.fiscalYear')
    .leftJoin('departments', 'departments.id', 'decisions.implementingDepartmentId')
    .select([
      'proposals.id as proposalId',
      'proposals.title',
      'proposals.receiptNumber',
      'decisions.decision',
      'decisions.body',
      'decisions.heldOn',
      'decisions.reason',
      'decisions.decidedAt',
      'departments.name as implementingDepartmentName',
      'fiscalYears.noticeWithinDays',
    ])
    .where('proposals.stage', 'in', lifecycle.notify.from)
    .$if(only !== undefined, (query) => query.where('proposals.id', 'in', only ?? []))
    .orderBy('proposals.stageSince')
    .orderBy('proposals.id')
    .limit(noticeBatch)
    .execute()
  return rows.map(({ decidedAt, noticeWithinDays, ...row }) => ({
    ...row,
    decision: row.decision as Decision,
    dueOn: addDays(dayOf(decidedAt), noticeWithinDays),
  }))
}
