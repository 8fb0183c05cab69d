import type { Db } from '../context'
import type { Reorganisation } from './reorganisation'

/** What was registered for the new departments since and is not the plan's own, each in a sentence. */
export async function listInTheWay(db: Db, plan: Reorganisation): Promise<string[]> {
  const fresh = freshIdsOf(plan)
  if (fresh.length === 0) return []
  const { appointments, projects, sections, going, coming } = await db
    .selectNoFrom((eb) => [
      eb
        .selectFrom('appointments')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .where('departmentId', 'in', fresh)
        .where('id', 'not in', (inner) =>
          inner
            .selectFrom('reorganisationTransfers')
            .select('laterId')
            .where('reorganisationId', '=', plan.id),
        )
        .as('appointments'),
      eb
        .selectFrom('projectYears')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .where('departmentId', 'in', fresh)
        .where('id', 'not in', (inner) =>
          inner
            .selectFrom('reorganisationPlacements')
            .select('projectYearId')
            .where('reorganisationId', '=', plan.id),
        )
        .as('projects'),
      eb
        .selectFrom('departments')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .where('parentId', 'in', fresh)
        .where('id', 'not in', fresh)
        .as('sections'),
      eb
        .selectFrom('reorganisationLaters')
        .innerJoin('reorganisationLines', 'reorganisationLines.id', 'reorganisationLaters.lineId')
        .innerJoin('reorganisations', 'reorganisations.id', 'reorganisationLines.reorganisationId')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .where('reorganisationLaters.departmentId', 'in', fresh)
        .where('reorganisations.id', '<>', plan.id)
        .where('reorganisations.cancelledAt', 'is', null)
        .as('going'),
      eb
        .selectFrom('reorganisationFormers')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .where('departmentId', 'in', fresh)
        .as('coming'),
    ])
    .executeTakeFirstOrThrow()
  return [
    ...said(
      appointments,
      (n) =>
        `新しい所属への発令が${n}件、登録されています。先に、その発令を取り消すか、取り込みを元に戻してください。`,
    ),
    ...said(
      projects,
      (n) => `新しい所属の事務事業が${n}件、登録されています。先に、その取り込みを元に戻してください。`,
    ),
    ...said(sections, (n) => `新しい部に課が${n}つ、登録されています。先に、その課の部を直してください。`),
    ...said(
      Number(going) + Number(coming),
      (n) => `別の組織改正の${n}行が、新しい所属を使っています。先に、その行を消してください。`,
    ),
  ]
}

/** The departments that scheduling has made. */
export function freshIdsOf({ lines }: Reorganisation): number[] {
  return lines.flatMap(({ laters }) =>
    laters.flatMap(({ isNew, departmentId }) => (isNew && departmentId !== null ? [departmentId] : [])),
  )
}

function said(count: number | null, sentence: (n: number) => string): string[] {
  return count ? [sentence(Number(count))] : []
}
