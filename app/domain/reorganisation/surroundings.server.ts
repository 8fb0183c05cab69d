import { addDays, type Day } from '../calendar'
import type { Db } from '../context'
import { bureauOn } from '../organisation/bureau-of-day.server'
import { appointedHeads } from '../organisation/heads.server'
import { bureausLeftBehind } from './bureaus'
import type { Known } from './fault'
import { faultsOfLine } from './faults'
import type { Line, LineText, Reorganisation, ReorganisationFacts } from './reorganisation'

export interface Surroundings {
  readonly departments: ReadonlyMap<number, Known>
  /** On a line of another reorganisation to come. */
  readonly taken: ReadonlySet<number>
  /** By 発令, on the day as it is entered now. */
  readonly headed: ReadonlySet<number>
}

const mostDepartments = 5_000

/** All departments there ever were, a few hundred, in one statement. */
export async function findSurroundings(
  db: Db,
  { id, effectiveOn }: Pick<ReorganisationFacts, 'id' | 'effectiveOn'>,
  today: Day,
): Promise<Surroundings> {
  const rows = await db
    .selectFrom('departments')
    .select(['id', 'code', 'name', 'kind', 'validFrom', 'validTo'])
    .select(bureauOn('departments', addDays(effectiveOn, -1)).as('parentId'))
    .select((eb) => [
      eb
        .case()
        .when(
          'departments.id',
          'in',
          eb.selectFrom(appointedHeads(effectiveOn).as('heads')).select('heads.departmentId'),
        )
        .then(1)
        .else(0)
        .end()
        .as('isHeaded'),
      eb
        .case()
        .when(
          'departments.id',
          'in',
          eb
            .selectFrom('reorganisationFormers as formers')
            .innerJoin('reorganisationLines as lines', 'lines.id', 'formers.lineId')
            .innerJoin('reorganisations', 'reorganisations.id', 'lines.reorganisationId')
            .select('formers.departmentId')
            .where('reorganisations.scheduledAt', 'is not', null)
            .where('reorganisations.cancelledAt', 'is', null)
            .where('reorganisations.effectiveOn', '>', today)
            .where('reorganisations.id', '<>', id),
        )
        .then(1)
        .else(0)
        .end()
        .as('isTaken'),
    ])
    .orderBy('code')
    .limit(mostDepartments)
    .execute()
  const idsOf = (chosen: typeof rows) => new Set(chosen.map((row) => row.id))
  return {
    departments: new Map(
      rows.map(({ isHeaded: _, isTaken: __, ...department }) => [department.id, department]),
    ),
    taken: idsOf(rows.filter(({ isTaken }) => isTaken === 1)),
    headed: idsOf(rows.filter(({ isHeaded }) => isHeaded === 1)),
  }
}

export function textOfLine({ kind, formers, laters }: Line): LineText {
  return {
    kind,
    formerIds: formers.map(({ id }) => id),
    laters: laters.map(({ isNew, departmentId, code, name, parentCode }) =>
      isNew
        ? { departmentId: null, code, name, parentCode }
        : { departmentId, code: '', name: '', parentCode: null },
    ),
  }
}

/** What keeps a plan from being scheduled, in sentences. */
export function faultsOf(plan: Reorganisation, { departments, taken }: Surroundings): string[] {
  if (plan.lines.length === 0) return ['改称、分割、統合、廃止、新設の行を、1つ以上加えてください。']
  const texts = plan.lines.map(textOfLine)
  const { effectiveOn } = plan
  const ofLines = texts.flatMap((line) =>
    faultsOfLine(line, {
      ...{ effectiveOn, departments, taken },
      others: texts.filter((other) => other !== line),
    }).map(({ sentence }) => `${sentence}。`),
  )
  return [...new Set([...ofLines, ...bureausLeftBehind(plan, departments)])]
}
