import type { Db } from './context'
import { isLeftToFollowUp, isOwnToFollowUp } from './improvements/follow-up-listing.server'
import { type Branch, branch, type Duties } from './worklist-branch.server'

/** その後: whoever reported it, or the head where that person has gone. It has no day: it is asked for and not chased. */
export function followUpsToWrite(db: Db, duties: Duties): Branch {
  const query = db
    .selectFrom('followUps')
    .innerJoin('improvements', 'improvements.id', 'followUps.improvementId')
    .where((eb) => eb.or([isOwnToFollowUp(duties), isLeftToFollowUp(duties)]))
    .orderBy('followUps.dueOn')
  return branch(db, 'followUp', query, { id: 'improvements.id', title: 'improvements.title' })
}
