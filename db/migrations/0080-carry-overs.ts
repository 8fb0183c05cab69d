import { type AnyDb, createTable, mayReference, references } from '../columns'

/** What becomes of a 事務事業 in the year after, where it does not simply go on. */
export async function up(db: AnyDb): Promise<void> {
  await createTable(
    db,
    'carryOvers',
    {
      projectYearId: references('projectYears'),
      kind: `text not null check ("kind" in ('renamed', 'transferred', 'merged', 'ended'))`,
      name: 'text',
      departmentId: mayReference('departments'),
      intoCode: 'text',
      decidedAt: 'text not null',
      decidedById: mayReference('people'),
      carriedAt: 'text',
    },
    ['primary key ("projectYearId")'],
  )
}
