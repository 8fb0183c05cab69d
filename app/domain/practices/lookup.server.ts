import { practiceFilesIn, practiceFilesOf } from '../attachments/fetching.server'
import type { Db } from '../context'
import { effectTagsOf, type IctKind } from '../effects'
import { NotFound } from '../errors'
import { actorInWords } from '../events/acting'
import { nested, rowsOf } from '../nested.server'
import type { Actor } from '../organisation/actor'
import type { PracticeContent } from './content'
import { findPracticeFactsSeenBy } from './facts.server'

/** One report with all that its page shows, in two statements. NotFound for whoever may not read it. */
export async function findPracticeSeenBy(db: Db, actor: Actor, practiceId: number) {
  const facts = await findPracticeFactsSeenBy(db, actor, practiceId)
  const row = await selectPractice(db, practiceId)
  if (!row) throw new NotFound()
  const { effectTags, ictKind, missing, returnedAt, confirmedBy, confirmedFor, ...more } = row
  const { authors, projects, files, ...rest } = more
  const { returnedBy: returnerName, returnedFor, ...report } = rest
  const returnedBy = actorInWords({ actorName: returnerName, headName: returnedFor })
  return {
    facts,
    report: {
      ...report,
      confirmedBy: actorInWords({ actorName: confirmedBy, headName: confirmedFor }),
      effectTags: effectTagsOf(effectTags),
      ictKind: ictKind as IctKind | null,
    },
    people: rowsOf(authors),
    // The last row of a project wins.
    projects: [...new Map(rowsOf(projects).map((project) => [project.id, project])).values()],
    attachments: practiceFilesOf(files),
    lastReturn:
      missing === null || returnedAt === null || returnedBy === null
        ? null
        : { missing, returnedAt, returnedBy },
  }
}

/** The text and choices of a report that was read, as its form holds them. */
export function contentOf({ report, people, projects }: Found): PracticeContent {
  const { title, before, change, effectTags, minutesPerYear, yenPerYear, calculationBasis } = report
  const { recurring, ictKind, implementedOn, projectUnknown } = report
  return {
    ...{ title, before, change, effectTags, minutesPerYear, yenPerYear, calculationBasis },
    ...{ recurring, ictKind, implementedOn, projectUnknown },
    memberIds: people.slice(1).map(({ id }) => id),
    projectIds: projects.map(({ id }) => id),
  }
}

type Found = Pick<Awaited<ReturnType<typeof findPracticeSeenBy>>, 'report' | 'people' | 'projects'>

/** The reporter first; then the others in the order in which they were named. */
function authorsIn(db: Db, practiceId: number) {
  const authors = db
    .selectFrom('practices')
    .innerJoin('people', 'people.id', 'practices.reporterId')
    .select((eb) => ['people.id', 'people.name', eb.val<number>(0).as('place')])
    .where('practices.id', '=', practiceId)
    .unionAll(
      db
        .selectFrom('practiceMembers')
        .innerJoin('people', 'people.id', 'practiceMembers.personId')
        .select((eb) => ['people.id', 'people.name', eb('practiceMembers.position', '+', 1).as('place')])
        .where('practiceMembers.practiceId', '=', practiceId),
    )
  return nested(db, db.selectFrom(authors.as('authors')).select(['id', 'name']).orderBy('place'))
}

/** By the name of the report's own year, which comes last, else by the latest that there is. */
function projectsIn(db: Db, practiceId: number) {
  return nested(
    db,
    db
      .selectFrom('practiceProjects')
      .innerJoin('practices as of', 'of.id', 'practiceProjects.practiceId')
      .innerJoin('projectYears', 'projectYears.projectId', 'practiceProjects.projectId')
      .select(['practiceProjects.projectId as id', 'projectYears.name'])
      .where('practiceProjects.practiceId', '=', practiceId)
      .orderBy('practiceProjects.projectId')
      .orderBy((eb) =>
        eb.case().when('projectYears.fiscalYear', '=', eb.ref('of.fiscalYear')).then(1).else(0).end(),
      )
      .orderBy('projectYears.fiscalYear'),
  )
}

function selectPractice(db: Db, practiceId: number) {
  return db
    .selectFrom('practices')
    .innerJoin('departments', 'departments.id', 'practices.departmentId')
    .leftJoin('departments as confirming', 'confirming.id', 'practices.confirmingDepartmentId')
    .leftJoin('people as confirmer', 'confirmer.id', 'practices.confirmedById')
    .leftJoin('people as confirmingHead', 'confirmingHead.id', 'practices.confirmedForId')
    .leftJoin('improvements', 'improvements.practiceId', 'practices.id')
    .leftJoin('spreads', 'spreads.practiceId', 'practices.id')
    .leftJoin('improvements as origins', 'origins.id', 'spreads.improvementId')
    .leftJoin('practiceReturns', (join) =>
      join.on('practiceReturns.id', '=', (eb) =>
        eb
          .selectFrom('practiceReturns as returns')
          .whereRef('returns.practiceId', '=', 'practices.id')
          .select(({ fn }) => fn.max('returns.id').as('last')),
      ),
    )
    .leftJoin('people as returner', 'returner.id', 'practiceReturns.returnedById')
    .leftJoin('people as returningHead', 'returningHead.id', 'practiceReturns.returnedForId')
    .select([
      'practices.id',
      'practices.receiptNumber',
      'practices.fiscalYear',
      'practices.title',
      'practices.before',
      'practices.change',
      'practices.effectTags',
      'practices.minutesPerYear',
      'practices.yenPerYear',
      'practices.calculationBasis',
      'practices.recurring',
      'practices.ictKind',
      'practices.implementedOn',
      'practices.projectUnknown',
      'practices.reportedAt',
      'practices.confirmDueOn',
      'practices.confirmedAt',
      'practices.headComment',
      'departments.name as departmentName',
      'confirming.name as confirmingDepartmentName',
      'confirmer.name as confirmedBy',
      'confirmingHead.name as confirmedFor',
      'improvements.id as improvementId',
      'origins.id as originId',
      'origins.title as originTitle',
      'practiceReturns.missing',
      'practiceReturns.returnedAt',
      'returner.name as returnedBy',
      'returningHead.name as returnedFor',
      authorsIn(db, practiceId).as('authors'),
      projectsIn(db, practiceId).as('projects'),
      practiceFilesIn(db, practiceId).as('files'),
    ])
    .where('practices.id', '=', practiceId)
    .executeTakeFirst()
}
