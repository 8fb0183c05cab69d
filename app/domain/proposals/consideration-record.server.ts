import type { Db } from '../context'
import type { Actor } from '../organisation/actor'
import type { ConsiderationText } from './consideration'
import type { ConsideredSubject, ConsiderationView } from './consideration-view'
import { type Asked, findAsked } from './consideration-facts.server'
import { findConsiderationSeenBy } from './consideration-lookup.server'
import { isOfDepartment } from './consideration-policy'
import { findSubjectSeenBy } from './consideration-subject.server'
import { findLatestText } from './consideration-text.server'
import { NotFound } from '../errors'

export interface ConsiderationRecord {
  asked: Asked
  view: ConsiderationView
  subject: ConsideredSubject
  /** What the department has written so far, for its own people alone; null when nothing, or nothing more to write. */
  draft: { version: number; text: ConsiderationText; writtenAt: string; writtenBy: string } | null
}

/** One record with what it is about. Throws NotFound for whoever may not read the proposal. At most four statements. */
export async function findRecordSeenBy(
  db: Db,
  actor: Actor,
  considerationId: number,
): Promise<ConsiderationRecord> {
  const asked = await findAsked(db, considerationId, actor.today)
  const { facts, subject } = await findSubjectSeenBy(db, actor, asked.proposalId)
  const view = await findConsiderationSeenBy(db, actor, facts, considerationId)
  if (!view) throw new NotFound()
  const writes = asked.answeredAt === null && isOfDepartment(actor, asked)
  return {
    asked,
    view,
    subject,
    draft: writes ? await findLatestText(db, considerationId) : null,
  }
}
