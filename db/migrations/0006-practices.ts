import {
  type AnyDb,
  createIndex,
  createTable,
  flag,
  longText,
  mayReference,
  references,
  text,
} from '../columns'

/** 一人一改善 practice reports. */
export async function up(db: AnyDb): Promise<void> {
  await createTable(
    db,
    'practices',
    {
      id: 'key',
      stage: text,
      stageSince: text,
      fiscalYear: 'whole not null references "fiscalYears" ("fiscalYear")',
      receiptSeq: 'whole',
      receiptNumber: 'text',
      title: text,
      before: longText,
      change: longText,
      effectTags: `text not null default '[]'`,
      minutesPerYear: 'whole',
      yenPerYear: 'whole',
      calculationBasis: longText,
      recurring: flag,
      ictKind: 'text',
      implementedOn: 'text',
      projectUnknown: flag,
      reporterId: references('people'),
      departmentId: references('departments'),
      confirmingDepartmentId: mayReference('departments'),
      reportedAt: 'text',
      confirmDueOn: 'text',
      confirmedAt: 'text',
      confirmedById: mayReference('people'),
      headComment: longText,
      version: 'whole not null default 1',
      createdAt: text,
      updatedAt: text,
    },
    ['unique ("fiscalYear", "receiptSeq")'],
  )
  await createIndex(db, 'practices', 'reporterId, id')
  await createIndex(db, 'practices', 'departmentId, id')
  await createIndex(db, 'practices', 'confirmingDepartmentId, confirmDueOn', `"stage" = 'reported'`)
  await createTable(
    db,
    'practiceMembers',
    { practiceId: references('practices'), personId: references('people'), position: 'whole not null' },
    ['primary key ("practiceId", "personId")'],
  )
  await createIndex(db, 'practiceMembers', 'personId, practiceId')
  await createTable(
    db,
    'practiceProjects',
    { practiceId: references('practices'), projectId: references('projects') },
    ['primary key ("practiceId", "projectId")'],
  )
  await createIndex(db, 'practiceProjects', 'projectId, practiceId')
  await createTable(db, 'practiceReturns', {
    id: 'key',
    practiceId: references('practices'),
    missing: text,
    returnedAt: text,
    returnedById: references('people'),
  })
  await createIndex(db, 'practiceReturns', 'practiceId')
}
