import type { Db } from './context'
import { isToFollowUp } from './improvements/follow-up-listing.server'
import { isOrBecame } from './organisation/heirs.server'
import { type Branch, branch, type Duties } from './worklist-branch.server'

/** その後: whoever reported it, or the head where that person has gone. It has no day: it is asked for and not chased. */
export function followUpsToWrite(db: Db, duties: Duties): Branch {
  const query = db
    .selectFrom('followUps')
    .innerJoin('improvements', 'improvements.id', 'followUps.improvementId')
    .where(isToFollowUp(duties))
    .orderBy('followUps.dueOn')
  return branch(db, 'followUp', query, { id: 'improvements.id', title: 'improvements.title' })
}

/** 「うちの課では？」: of the heads of the sections asked, until it is closed. */
export function roundsToAnswer(db: Db, { headed, today }: Duties): Branch {
  const query = db
    .selectFrom('spreadRoundSections')
    .innerJoin('spreadRounds', 'spreadRounds.id', 'spreadRoundSections.roundId')
    .innerJoin('improvements', 'improvements.id', 'spreadRounds.improvementId')
    .where('spreadRoundSections.answer', 'is', null)
    .where('spreadRounds.closedAt', 'is', null)
    .where(isOrBecame('spreadRoundSections.departmentId', headed, today))
    .orderBy('spreadRounds.dueOn')
  return branch(db, 'answerRound', query, {
    ...{ id: 'spreadRoundSections.id', title: 'improvements.title' },
    ...{ since: 'spreadRounds.openedAt', dueOn: 'spreadRounds.dueOn' },
  })
}

/** Of those who asked, from the day after it was due: a round that nobody closes would stay on every home. */
export function roundsToClose(db: Db, { today }: Duties): Branch {
  const query = db
    .selectFrom('spreadRounds')
    .innerJoin('improvements', 'improvements.id', 'spreadRounds.improvementId')
    .where('spreadRounds.closedAt', 'is', null)
    .where('spreadRounds.dueOn', '<', today)
    .orderBy('spreadRounds.dueOn')
  return branch(db, 'closeRound', query, {
    ...{ id: 'spreadRounds.id', title: 'improvements.title', since: 'spreadRounds.openedAt' },
  })
}
