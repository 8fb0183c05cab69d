import type { Ctx } from '../context'
import { RuleBroken } from '../errors'
import { personIds } from '../organisation/people.server'
import { linkSubject } from './linking.server'

/** So many lines are named before the rest is only counted. */
const problemsNamed = 10

export interface LinkLine {
  readonly employeeNumber: string
  readonly subject: string
}

/**
 * Links a whole list, all or nothing; what stands already is left as it is, so that the list can be brought in every
 * night. Throws RuleBroken with the lines to put right: nobody has that number, or the link would be another one.
 */
export async function linkSubjects(
  ctx: Ctx,
  { issuer, lines }: { issuer: string; lines: readonly LinkLine[] },
): Promise<{ linked: number; unchanged: number }> {
  const people = await personIds(ctx.tx)
  const standing = await ctx.tx
    .selectFrom('subjectLinks')
    .select(['personId', 'subject'])
    .where('issuer', '=', issuer)
    .execute()
  const subjects = new Map(standing.map(({ personId, subject }) => [personId, subject]))
  const problems: string[] = []
  let linked = 0
  for (const { employeeNumber, subject } of lines) {
    const personId = people.get(employeeNumber)
    if (personId === undefined) problems.push(`職員番号${employeeNumber}の職員は登録されていません`)
    else if (subjects.get(personId) !== subject) {
      const problem = await problemOf(() => linkSubject(ctx, { personId, issuer, subject }))
      if (problem === null) linked += 1
      else problems.push(`職員番号${employeeNumber}：${problem}`)
    }
  }
  if (problems.length === 0) return { linked, unchanged: lines.length - linked }
  const rest = problems.length - problemsNamed
  throw new RuleBroken(
    `何も変えていません。${problems.slice(0, problemsNamed).join('、')}${rest > 0 ? `、ほか${rest}行` : ''}`,
  )
}

async function problemOf(link: () => Promise<void>): Promise<string | null> {
  try {
    await link()
    return null
  } catch (error) {
    if (error instanceof RuleBroken) return error.message
    throw error
  }
}
