import { type AnyDb, createIndex, createTable, flag, mayReference, references, text } from '../columns'

export async function up(db: AnyDb): Promise<void> {
  await createTable(db, 'people', {
    id: 'key',
    employeeNumber: 'text not null unique',
    name: text,
    kana: text,
    searchKey: text,
    email: 'text',
    employmentType: text,
  })
  await createTable(db, 'departments', {
    id: 'key',
    code: 'text not null unique',
    name: text,
    parentId: mayReference('departments'),
    kind: `text not null check ("kind" in ('bureau', 'section'))`,
    validFrom: text,
    validTo: 'text',
  })
  await createIndex(db, 'departments', 'parentId')
  await createTable(
    db,
    'departmentSuccessors',
    {
      fromId: references('departments'),
      toId: references('departments'),
      effectiveOn: text,
      kind: `text not null check ("kind" in ('rename', 'split', 'merge'))`,
    },
    ['primary key ("fromId", "toId")'],
  )
  await createTable(db, 'posts', {
    id: 'key',
    code: 'text not null unique',
    name: text,
    rank: 'whole not null',
    isHead: flag,
  })
  await createTable(db, 'appointments', {
    id: 'key',
    personId: references('people'),
    departmentId: references('departments'),
    postId: references('posts'),
    kind: `text not null check ("kind" in ('main', 'concurrent', 'acting'))`,
    validFrom: text,
    validTo: 'text',
  })
  await createIndex(db, 'appointments', 'personId, validFrom')
  await createIndex(db, 'appointments', 'departmentId, validFrom')
  await createTable(db, 'seats', {
    id: 'key',
    body: text,
    personId: references('people'),
    role: `text not null check ("role" in ('chair', 'viceChair', 'member', 'clerk'))`,
    validFrom: text,
    validTo: 'text',
  })
  await createIndex(db, 'seats', 'personId, validFrom')
  await createIndex(db, 'seats', 'body, validFrom')
  await createTable(db, 'fiscalYears', {
    fiscalYear: 'whole not null primary key',
    countingBasis: `text not null check ("countingBasis" in ('implemented', 'adopted'))`,
    denominator: `text not null check ("denominator" in ('all', 'inScope'))`,
    targetPermille: 'whole',
    definition: text,
    receiveWithinWorkingDays: 'whole not null',
    answerWithinDays: 'whole not null',
    noticeWithinDays: 'whole not null',
    confirmWithinDays: 'whole not null',
    remindDaysBefore: 'whole not null',
    minimumGroundsLength: 'whole not null',
    titleLength: 'whole not null',
    suspiciousMinutesPerYear: 'whole not null',
    suspiciousYenPerYear: 'whole not null',
    smallDepartmentProjects: 'whole not null',
    closedAt: 'text',
    closedById: mayReference('people'),
  })
  await createTable(
    db,
    'reasonCodes',
    { id: 'key', usedFor: text, code: text, label: text, position: 'whole not null' },
    ['unique ("usedFor", "code")'],
  )
}
