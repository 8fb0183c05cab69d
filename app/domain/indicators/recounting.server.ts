import { type Day, firstDayOf, lastDayOf } from '../calendar'
import type { Db } from '../context'
import type { FiscalYearSettings } from '../organisation/year-settings'
import { type Share, shareOf } from './attainment'
import { listCandidates } from './candidates.server'
import { countedOf } from './counting'
import { findIdentitiesInYear } from './successors.server'

type Rule = Pick<FiscalYearSettings, 'countingBasis' | 'denominator'>

/** What the figure of a year would be under each of these rules; nothing is written. */
export async function countUnder(
  db: Db,
  fiscalYear: number,
  rules: readonly Rule[],
  today: Day,
): Promise<Share[]> {
  const projects = await db
    .selectFrom('projectYears')
    .select(['projectId', 'inScope'])
    .where('fiscalYear', '=', fiscalYear)
    .execute()
  const days = { from: firstDayOf(fiscalYear), to: lastDayOf(fiscalYear) }
  const candidates = await listCandidates(db, days)
  const identities = await findIdentitiesInYear(
    db,
    candidates.map(({ projectId }) => projectId),
    fiscalYear,
  )
  return rules.map(({ countingBasis, denominator }) => {
    const bases = new Map([[fiscalYear, countingBasis]])
    const improved = new Set(
      candidates
        .flatMap((candidate) => countedOf(candidate, bases))
        .filter(({ basisOn }) => basisOn <= today)
        .map(({ projectId }) => identities.get(projectId) ?? projectId),
    )
    const counted = projects.filter(({ inScope }) => denominator === 'all' || inScope === 1)
    const numerator = counted.filter(({ projectId }) => improved.has(projectId)).length
    return shareOf(numerator, counted.length)
  })
}
