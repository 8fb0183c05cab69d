import type { Ctx, Db } from '../context'
import { insist, RuleBroken } from '../errors'
import { isSystem } from '../organisation/actor'
import { personIds } from '../organisation/people.server'
import { unlinkSubject, writeLink } from './linking.server'
import { mayKeepAccounts } from './policy'

/** Who an employee is to the identity provider, as a line of a list. */
export interface LinkedLine {
  readonly employeeNumber: string
  readonly subject: string
  readonly issuer: string
}

/** All links there are, by employee number. */
export function listLinkedLines(db: Db): Promise<LinkedLine[]> {
  return db
    .selectFrom('subjectLinks')
    .innerJoin('people', 'people.id', 'subjectLinks.personId')
    .select(['people.employeeNumber', 'subjectLinks.subject', 'subjectLinks.issuer'])
    .orderBy('people.employeeNumber')
    .execute()
}

/**
 * Makes the links of these lines, also in place of others: two people may exchange theirs. What stands already is left
 * as it is; sessions of those who are somebody else from now on end. Throws NotPermitted for all but administrators,
 * RuleBroken for a number that nobody has.
 */
export async function writeLinkedLines(ctx: Ctx, lines: readonly LinkedLine[]): Promise<void> {
  insist(mayKeepAccounts(ctx.actor))
  const ids = await personIds(ctx.tx)
  const standing = new Map((await listLinkedLines(ctx.tx)).map((line) => [line.employeeNumber, line]))
  const wanted = lines.filter((line) => !isSame(standing.get(line.employeeNumber), line))
  for (const { employeeNumber } of wanted) {
    if (standing.has(employeeNumber)) await unlinkSubject(ctx, { personId: idOf(ids, employeeNumber) })
  }
  for (const { employeeNumber, subject, issuer } of wanted) {
    const personId = idOf(ids, employeeNumber)
    await writeLink(ctx, { personId, subject, issuer }, isSystem(ctx.actor) ? null : ctx.actor.personId)
    ctx.happened({ kind: 'account.linked', personId, how: 'administrator' })
  }
}

/** Takes these links away again; the accounts stay. */
export async function removeLinkedLines(ctx: Ctx, lines: readonly LinkedLine[]): Promise<void> {
  insist(mayKeepAccounts(ctx.actor))
  const ids = await personIds(ctx.tx)
  for (const { employeeNumber } of lines) {
    await unlinkSubject(ctx, { personId: idOf(ids, employeeNumber) })
  }
}

function isSame(one: LinkedLine | undefined, other: LinkedLine): boolean {
  return one?.subject === other.subject && one.issuer === other.issuer
}

function idOf(ids: ReadonlyMap<string, number>, employeeNumber: string): number {
  const id = ids.get(employeeNumber)
  if (id === undefined) throw new RuleBroken(`職員番号「${employeeNumber}」の職員がいません`)
  return id
}
