import { type Day, dayOf } from '../calendar'
import type { Db } from '../context'
import { insist } from '../errors'
import type { Actor } from '../organisation/actor'
import type { Decision } from './decision'
import { isOver, lifecycle, shownStage, type Stage } from './lifecycle'
import { mayKeepLedger } from './policy'

export interface MyProposal {
  readonly id: number
  readonly title: string
  readonly stage: Stage
  readonly decision: Decision | null
  readonly receiptNumber: string | null
  readonly submittedOn: Day | null
  readonly isLead: boolean
}

export interface MyProposals {
  readonly drafts: MyProposal[]
  readonly open: MyProposal[]
  readonly done: MyProposal[]
}

/** One person writes a few proposals a year; the latest of them. */
const mine = 100

/** What the person proposes, alone or with others, by how far it has come; the latest first. */
export async function listMyProposals(db: Db, actor: Actor): Promise<MyProposals> {
  const rows = await db
    .selectFrom('authorships')
    .innerJoin('proposals', 'proposals.id', 'authorships.proposalId')
    .leftJoin('decisions', 'decisions.id', 'proposals.decisionId')
    .select([
      'proposals.id',
      'proposals.title',
      'proposals.stage',
      'proposals.receiptNumber',
      'proposals.submittedAt',
      'proposals.notifiedAt',
      'decisions.decision',
      'authorships.role',
    ])
    .where('authorships.personId', '=', actor.personId)
    .where('authorships.leftAt', 'is', null)
    .orderBy('authorships.proposalId', 'desc')
    .limit(mine)
    .execute()
  const all = rows.map(
    ({ id, title, stage, receiptNumber, submittedAt, notifiedAt, decision, role }): MyProposal => ({
      ...{ id, title, receiptNumber, isLead: role === 'lead' },
      stage: shownStage(stage as Stage, notifiedAt !== null),
      decision: notifiedAt === null ? null : (decision as Decision | null),
      submittedOn: submittedAt === null ? null : dayOf(submittedAt),
    }),
  )
  return {
    drafts: all.filter(({ submittedOn }) => submittedOn === null),
    open: all.filter(({ submittedOn, stage }) => submittedOn !== null && !isOver(stage)),
    done: all.filter(({ stage }) => isOver(stage)),
  }
}

export interface Waiting {
  readonly id: number
  readonly title: string
  readonly submittedOn: Day
  readonly receiveDueOn: Day | null
  readonly themeTitle: string | null
  readonly targets: readonly string[]
}

/** What the secretariat has to receive, in the order of submission: that is the order of the receipt numbers. */
export async function listIntake(db: Db, actor: Actor): Promise<Waiting[]> {
  insist(mayKeepLedger(actor))
  const rows = await db
    .selectFrom('proposals')
    .leftJoin('themes', 'themes.id', 'proposals.themeId')
    .leftJoin('proposalTargets', 'proposalTargets.proposalId', 'proposals.id')
    .leftJoin('departments', 'departments.id', 'proposalTargets.departmentId')
    .select([
      'proposals.id',
      'proposals.title',
      'proposals.submittedAt',
      'proposals.receiveDueOn',
      'themes.title as themeTitle',
      'departments.name as target',
    ])
    .where('proposals.stage', 'in', lifecycle.acceptForReview.from)
    .orderBy('proposals.submittedAt', (order) => order.asc().nullsLast())
    .orderBy('proposals.id')
    .orderBy('departments.code', (order) => order.asc().nullsLast())
    .limit(500)
    .execute()
  const first = rows.filter(({ id }, place) => rows[place - 1]?.id !== id)
  return first.map(({ id, title, submittedAt, receiveDueOn, themeTitle }) => ({
    ...{ id, title, receiveDueOn, themeTitle },
    submittedOn: dayOf(submittedAt ?? ''),
    targets: rows.flatMap((row) => (row.id === id && row.target !== null ? [row.target] : [])),
  }))
}
