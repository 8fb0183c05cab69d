import {
  addColumn,
  type AnyDb,
  createIndex,
  createTable,
  isPostgres,
  longText,
  references,
  run,
  text,
} from '../columns'

/** The shelf by 事務事業, with how many there are of each: what other sections did where a section's work is like theirs. */
export async function up(db: AnyDb): Promise<void> {
  await addColumn(db, 'improvements', 'projects', longText)
  await createTable(
    db,
    'shelfProjects',
    { projects: text, departmentId: references('departments'), improvements: 'whole not null' },
    ['primary key ("projects", "departmentId")'],
  )
  await nameProjects(db)
  await createIndex(db, 'improvements', 'projects, departmentId, id')
  await countShelfProjects(db)
}

/** Of what stands on the shelf already; afterwards it is written with its row. */
async function nameProjects(db: AnyDb): Promise<void> {
  const joined = isPostgres(db)
    ? `string_agg("projectId"::text, '+' order by "projectId")`
    : `group_concat("projectId", '+' order by "projectId")`
  await run(
    db,
    `update "improvements" set "projects" = coalesce((
       select ${joined} from (
         select p."projectId" from "practiceProjects" p where p."practiceId" = "improvements"."practiceId"
         union select m."projectId" from "implementations" m
           where m."proposalId" = "improvements"."proposalId" and m."projectId" is not null
         union select p."projectId" from "proposalProjects" p
           left join "implementations" m on m."proposalId" = p."proposalId"
           where p."proposalId" = "improvements"."proposalId" and m."projectId" is null
       ) as "linked"
     ), '')`,
  )
}

/** Counts everything anew. */
export async function countShelfProjects(db: AnyDb): Promise<void> {
  await run(db, 'delete from "shelfProjects"')
  await run(
    db,
    `insert into "shelfProjects" ("projects", "departmentId", "improvements")
     select "projects", "departmentId", count(*) from "improvements" where "projects" <> '' group by 1, 2`,
  )
}
