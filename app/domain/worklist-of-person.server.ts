import type { Db } from './context'
import { practiceLifecycle } from './practices/practice'
import { lifecycle } from './proposals/lifecycle'
import {
  type Branch,
  branch,
  type Duties,
  fromProposals,
  ofPractice,
  ofProposal,
} from './worklist-branch.server'

export function returnedProposals(db: Db, { personId }: Duties): Branch {
  const query = authored(db, personId)
    .where('proposals.stage', '=', lifecycle.returnForRevision.to)
    .orderBy('proposals.stageSince')
  return branch(db, 'reviseProposal', query, { ...own, since: 'proposals.stageSince' })
}

export function returnedPractices(db: Db, { personId }: Duties): Branch {
  const query = db
    .selectFrom('practices')
    .where('practices.reporterId', '=', personId)
    .where('practices.stage', '=', practiceLifecycle.returnForRevision.to)
    .orderBy('practices.stageSince')
  return branch(db, 'revisePractice', query, { ...ofPractice, since: 'practices.stageSince' })
}

/** 伴走: what is on hold with this person's help and has no word yet of how it gets on, until it comes back. */
export function holdsToHelpOn(db: Db, { personId }: Duties): Branch {
  const query = fromProposals(db)
    .innerJoin('holds', 'holds.proposalId', 'proposals.id')
    .where('holds.helperId', '=', personId)
    .where('holds.cameBackAt', 'is', null)
    .where('proposals.stage', 'in', lifecycle.comeBack.from)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(selectFrom('holdNotes').select('holdNotes.id').whereRef('holdNotes.holdId', '=', 'holds.id')),
      ),
    )
    .orderBy('holds.recheckOn')
  return branch(db, 'helpOn', query, { ...ofProposal, since: 'holds.heldOn', dueOn: 'holds.recheckOn' })
}

/** What the person has begun to write; counted, not listed. */
export function drafts(db: Db, { personId }: Duties): Branch[] {
  const practices = db
    .selectFrom('practices')
    .where('practices.reporterId', '=', personId)
    .where('practices.stage', '=', 'draft')
  const proposals = authored(db, personId).where('proposals.stage', '=', 'draft')
  return [branch(db, 'draftPractice', practices, ofPractice), branch(db, 'draftProposal', proposals, own)]
}

/** Whether the person has ever written something: the newest tells as much as all. */
export function contributions(db: Db, { personId }: Duties): Branch[] {
  const practices = db.selectFrom('practices').where('practices.id', '=', ({ selectFrom }) =>
    selectFrom('practices as written')
      .select(({ fn }) => fn.max('written.id').as('newest'))
      .where('written.reporterId', '=', personId),
  )
  const proposals = authored(db, personId).where('proposals.id', '=', ({ selectFrom }) =>
    selectFrom('authorships as written')
      .select(({ fn }) => fn.max('written.proposalId').as('newest'))
      .where('written.personId', '=', personId)
      .where('written.leftAt', 'is', null),
  )
  return [branch(db, 'contribution', practices, ofPractice), branch(db, 'contribution', proposals, own)]
}

const own = { ...ofProposal, from: null }

function authored(db: Db, personId: number) {
  return db
    .selectFrom('authorships')
    .innerJoin('proposals', 'proposals.id', 'authorships.proposalId')
    .where('authorships.personId', '=', personId)
    .where('authorships.leftAt', 'is', null)
}
