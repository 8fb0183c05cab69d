import type { Db } from '../context'
import { worded } from '../worded.server'

interface Source {
  readonly id: number
  readonly fiscalYear: number
}

/**
 * The 事務事業 of an improvement, by the name of its year, else by the latest that there is. A proposal is for the one
 * that it is carried out in; until that is named, for those the proposer had in mind.
 */
export async function listProjectsOfImprovement(
  db: Db,
  { id, fiscalYear }: Source,
): Promise<{ id: number; name: string }[]> {
  const rows = await selectProjects(db, { id, fiscalYear })
  // The last row of a project wins.
  return [...new Map(rows.map((row) => [row.id, row])).values()]
}

const selectProjects = worded((db, { id, fiscalYear }: { id: number; fiscalYear: number }) =>
  db
    .with('linked', (qc) =>
      qc
        .selectFrom('improvements')
        .innerJoin('practiceProjects', 'practiceProjects.practiceId', 'improvements.practiceId')
        .select('practiceProjects.projectId')
        .where('improvements.id', '=', id)
        .union(
          qc
            .selectFrom('improvements')
            .innerJoin('implementations', 'implementations.proposalId', 'improvements.proposalId')
            .select((eb) => eb.ref('implementations.projectId').$notNull().as('projectId'))
            .where('improvements.id', '=', id)
            .where('implementations.projectId', 'is not', null),
        )
        .union(
          qc
            .selectFrom('improvements')
            .innerJoin('proposalProjects', 'proposalProjects.proposalId', 'improvements.proposalId')
            .leftJoin('implementations', 'implementations.proposalId', 'improvements.proposalId')
            .select('proposalProjects.projectId')
            .where('improvements.id', '=', id)
            .where('implementations.projectId', 'is', null),
        ),
    )
    .selectFrom('linked')
    .innerJoin('projectYears', 'projectYears.projectId', 'linked.projectId')
    .select(['linked.projectId as id', 'projectYears.name'])
    .orderBy('linked.projectId')
    .orderBy((eb) => eb.case().when('projectYears.fiscalYear', '=', fiscalYear).then(1).else(0).end())
    .orderBy('projectYears.fiscalYear'),
)
