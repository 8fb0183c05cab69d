import { type AnyDb, createIndex, createTable, flag, mayReference, references, run, text } from '../columns'

/** 組織改正: planned with its lines, scheduled for a day, and what scheduling changed, so that it can be taken back. */
export async function up(db: AnyDb): Promise<void> {
  await createTable(db, 'reorganisations', {
    id: 'key',
    name: text,
    effectiveOn: text,
    plannedAt: text,
    plannedById: mayReference('people'),
    changedAt: text,
    changedById: mayReference('people'),
    scheduledAt: 'text',
    scheduledById: mayReference('people'),
    cancelledAt: 'text',
    cancelledById: mayReference('people'),
    version: 'whole not null',
  })
  await createTable(db, 'reorganisationLines', {
    id: 'key',
    reorganisationId: references('reorganisations'),
    kind: `text not null check ("kind" in ('rename', 'split', 'merge', 'abolish', 'found'))`,
  })
  await createIndex(db, 'reorganisationLines', 'reorganisationId')
  await createTable(
    db,
    'reorganisationFormers',
    {
      lineId: references('reorganisationLines'),
      departmentId: references('departments'),
      endedBefore: 'text',
    },
    ['primary key ("lineId", "departmentId")'],
  )
  await createTable(db, 'reorganisationLaters', {
    id: 'key',
    lineId: references('reorganisationLines'),
    departmentId: mayReference('departments'),
    isNew: flag,
    code: text,
    name: text,
    parentCode: 'text',
  })
  await createIndex(db, 'reorganisationLaters', 'lineId')
  await createTable(
    db,
    'reorganisationChoices',
    {
      reorganisationId: references('reorganisations'),
      projectId: references('projects'),
      laterId: references('reorganisationLaters'),
    },
    ['primary key ("reorganisationId", "projectId")'],
  )
  await createTable(
    db,
    'reorganisationPlacements',
    {
      reorganisationId: references('reorganisations'),
      projectYearId: references('projectYears'),
      fromDepartmentId: references('departments'),
      toDepartmentId: references('departments'),
    },
    ['primary key ("reorganisationId", "projectYearId")'],
  )
  // No reference to the appointments: they may be taken back one by one.
  await createTable(
    db,
    'reorganisationTransfers',
    {
      reorganisationId: references('reorganisations'),
      formerId: 'whole not null',
      formerValidTo: 'text',
      laterId: 'whole not null',
    },
    ['primary key ("reorganisationId", "formerId")'],
  )
  await letDepartmentsBeAbolished(db)
}

/** SQLite changes no check of a table that is there: it is made anew. */
async function letDepartmentsBeAbolished(db: AnyDb): Promise<void> {
  await createTable(
    db,
    'successors',
    {
      fromId: references('departments'),
      toId: references('departments'),
      effectiveOn: text,
      kind: `text not null check ("kind" in ('rename', 'split', 'merge', 'abolish'))`,
    },
    ['primary key ("fromId", "toId")'],
  )
  const columns = '"fromId", "toId", "effectiveOn", "kind"'
  await run(db, `insert into "successors" (${columns}) select ${columns} from "departmentSuccessors"`)
  await run(db, 'drop table "departmentSuccessors"')
  await run(db, 'alter table "successors" rename to "departmentSuccessors"')
  await createIndex(db, 'departmentSuccessors', 'toId, fromId, effectiveOn')
}
