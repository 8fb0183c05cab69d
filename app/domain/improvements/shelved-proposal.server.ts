import { bureauOn, firstDayOfYear } from '../organisation/bureau-of-day.server'
import type { Db } from '../context'
import { type Decision, isAdoption } from '../proposals/decision'
import type { Description } from './description.server'
import { excerptOf, namesInLine } from './excerpt'

/** An adopted proposal as the shelf shows it; `null` while it is not adopted or its proposer was not yet told. */
export async function describeProposal(db: Db, proposalId: number): Promise<Description | null> {
  const row = await selectAdopted(db, proposalId)
  if (!row || row.notifiedAt === null || !isAdoption(row.decision as Decision)) return null
  const carriedOut = row.completedAt !== null
  const departmentId = row.departmentId ?? row.proposerDepartmentId
  return {
    practiceId: null,
    proposalId,
    fiscalYear: row.fiscalYear,
    departmentId,
    bureauId: (row.departmentId === null ? row.proposerBureauId : row.bureauId) ?? departmentId,
    title: row.title,
    excerpt: excerptOf(row.proposal),
    authors: row.nameDisclosure === 'secretariatOnly' ? '' : namesInLine(await listNames(db, proposalId)),
    effectTags: row.effectTags,
    // The effect that was hoped for, until there is a real one.
    minutesPerYear: carriedOut ? row.actualMinutesPerYear : row.minutesPerYear,
    yenPerYear: carriedOut ? row.actualYenPerYear : row.yenPerYear,
    recurring: carriedOut ? (row.recurring ?? 0) : 1,
    ictKind: null,
    state: row.status ?? 'notStarted',
    implementedOn: row.implementedOn,
  }
}

/** The department that carries it out; where none is named, the lead author's. */
function selectAdopted(db: Db, proposalId: number) {
  return db
    .selectFrom('proposals')
    .innerJoin('decisions', 'decisions.id', 'proposals.decisionId')
    .innerJoin('authorships', (join) =>
      join.onRef('authorships.proposalId', '=', 'proposals.id').on('authorships.role', '=', 'lead'),
    )
    .innerJoin('departments as proposerDepartments', 'proposerDepartments.id', 'authorships.departmentId')
    .leftJoin('implementations', 'implementations.proposalId', 'proposals.id')
    .leftJoin('departments', (join) =>
      join.on((eb) =>
        eb(
          'departments.id',
          '=',
          eb.fn.coalesce('implementations.departmentId', 'decisions.implementingDepartmentId'),
        ),
      ),
    )
    .select([
      'proposals.fiscalYear',
      'proposals.title',
      'proposals.proposal',
      'proposals.effectTags',
      'proposals.minutesPerYear',
      'proposals.yenPerYear',
      'proposals.nameDisclosure',
      'proposals.notifiedAt',
      'decisions.decision',
      'implementations.status',
      'implementations.completedAt',
      'implementations.implementedOn',
      'implementations.actualMinutesPerYear',
      'implementations.actualYenPerYear',
      'implementations.recurring',
      'departments.id as departmentId',
      bureauOn('departments', firstDayOfYear('proposals.fiscalYear')).as('bureauId'),
      'authorships.departmentId as proposerDepartmentId',
      bureauOn('proposerDepartments', firstDayOfYear('proposals.fiscalYear')).as('proposerBureauId'),
    ])
    .where('proposals.id', '=', proposalId)
    .executeTakeFirst()
}

/** Its own authors, and those whose proposals were merged into it: all of them are credited. */
async function listNames(db: Db, proposalId: number): Promise<string[]> {
  const rows = await db
    .selectFrom('authorships')
    .innerJoin('people', 'people.id', 'authorships.personId')
    .innerJoin('proposals', 'proposals.id', 'authorships.proposalId')
    .select(['people.name', 'authorships.proposalId', 'authorships.position', 'people.id'])
    .where('authorships.leftAt', 'is', null)
    .where('proposals.nameDisclosure', '!=', 'secretariatOnly')
    .where((eb) =>
      eb.or([
        eb('authorships.proposalId', '=', proposalId),
        eb(
          'authorships.proposalId',
          'in',
          eb
            .selectFrom('mergers')
            .select('mergers.proposalId')
            .where('mergers.intoId', '=', proposalId)
            .where('mergers.undoneAt', 'is', null),
        ),
      ]),
    )
    .orderBy((eb) => eb.case().when('authorships.proposalId', '=', proposalId).then(0).else(1).end())
    .orderBy('authorships.proposalId')
    .orderBy('authorships.position')
    .execute()
  return [...new Map(rows.map(({ id, name }) => [id, name])).values()]
}
