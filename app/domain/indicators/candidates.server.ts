import { sql } from 'kysely'
import type { Day } from '../calendar'
import type { Db } from '../context'
import { decisions, isAdoption } from '../proposals/decision'
import { lifecycle } from '../proposals/lifecycle'
import type { Candidate } from './counting'

export const adoptions = decisions.filter(isAdoption)

/** Which improvements to look at: those of one report or proposal, or all with a day in a year. */
type Scope = SourceScope | { readonly from: Day; readonly to: Day }
export type SourceScope = { readonly practiceId: number } | { readonly proposalId: number }

/**
 * What may count for the indicator: confirmed reports and adopted proposals on the library's shelf, with each
 * project they are linked to. What was abandoned counts for nothing.
 */
export async function listCandidates(db: Db, scope: Scope): Promise<Candidate[]> {
  const practices = 'proposalId' in scope ? [] : await selectPractices(db, scope).execute()
  const proposals = 'practiceId' in scope ? [] : await selectProposals(db, scope).execute()
  return [...practices.map((row) => ({ ...row, adoptedOn: null })), ...proposals]
}

function selectPractices(db: Db, scope: Exclude<Scope, { proposalId: number }>) {
  return db
    .selectFrom('improvements')
    .innerJoin('practices', 'practices.id', 'improvements.practiceId')
    .innerJoin('practiceProjects', 'practiceProjects.practiceId', 'practices.id')
    .select(['improvements.id as improvementId', 'practiceProjects.projectId', 'practices.implementedOn'])
    .where('practices.confirmedAt', 'is not', null)
    .where((eb) =>
      'practiceId' in scope
        ? eb('practices.id', '=', scope.practiceId)
        : eb.between('practices.implementedOn', scope.from, scope.to),
    )
}

/** The project that the department or the committee named; only where neither did, the ones its authors had in mind. */
function selectProposals(db: Db, scope: Exclude<Scope, { practiceId: number }>) {
  const named = sql<number | null>`coalesce("implementations"."projectId", "decisions"."targetProjectId")`
  const project = sql<number>`coalesce(${named}, "proposalProjects"."projectId")`
  return db
    .selectFrom('improvements')
    .innerJoin('proposals', 'proposals.id', 'improvements.proposalId')
    .innerJoin('decisions', 'decisions.id', 'proposals.decisionId')
    .leftJoin('implementations', 'implementations.proposalId', 'proposals.id')
    .leftJoin('proposalProjects', (join) =>
      join.onRef('proposalProjects.proposalId', '=', 'proposals.id').on(named, 'is', null),
    )
    .select([
      'improvements.id as improvementId',
      project.as('projectId'),
      // A report of progress may name a day; it is carried out when its completion was reported.
      sql<Day | null>`case when "implementations"."completedAt" is not null then "implementations"."implementedOn" end`.as(
        'implementedOn',
      ),
      'decisions.heldOn as adoptedOn',
    ])
    .where('proposals.notifiedAt', 'is not', null)
    .where('proposals.stage', '<>', lifecycle.abandonImplementation.to)
    .where('decisions.decision', 'in', adoptions)
    .where(project, 'is not', null)
    .where((eb) =>
      'proposalId' in scope
        ? eb('proposals.id', '=', scope.proposalId)
        : eb.or([
            eb.between('decisions.heldOn', scope.from, scope.to),
            eb.between('implementations.implementedOn', scope.from, scope.to),
          ]),
    )
}
