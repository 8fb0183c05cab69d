import { insist } from '#app/domain/errors'
import { findAskedSeenBy } from '#app/domain/proposals/consideration-facts.server'
import { mayAnswer } from '#app/domain/proposals/consideration-policy'
import { findSubject } from '#app/domain/proposals/consideration-subject.server'
import type { PageArgs } from '#app/web/page.server'
import { idParam } from '#app/web/params'

/** The question that the head of the department does something about; 403 with the reason for everybody else. */
export async function loadStep({ actor, db, params }: Pick<PageArgs, 'actor' | 'db' | 'params'>) {
  const asked = await findAskedSeenBy(db, actor, idParam(params, 'id'))
  insist(mayAnswer(actor, asked))
  const { title, receiptNumber } = await findSubject(db, asked.proposalId)
  return { id: asked.id, departmentIds: asked.departmentIds, subject: { title, receiptNumber } }
}
