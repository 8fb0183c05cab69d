import { type AnyDb, createIndex, createTable, longText, references, run, text } from '../columns'

/** The shelf by tool, measure and size of the effect, in three orders, with how many there are of each. */
export async function up(db: AnyDb): Promise<void> {
  await createIndex(db, 'improvements', 'copies, id')
  await run(db, 'create index "improvements_minutes" on "improvements" (coalesce("minutesPerYear", 0), "id")')
  await createTable(
    db,
    'shelfCounts',
    { place: 'whole not null', year: 'whole not null', term: text, improvements: 'whole not null' },
    ['primary key ("place", "year", "term")'],
  )
  await createTable(
    db,
    'savedSearches',
    { id: 'key', personId: references('people'), name: text, query: longText, savedAt: text },
    ['unique ("personId", "name")'],
  )
  await addTerms(db)
  await countShelf(db)
}

/** Terms of what stands on the shelf already; afterwards they are written with its row. */
async function addTerms(db: AnyDb): Promise<void> {
  const add = (term: string, condition: string) =>
    run(
      db,
      `insert into "improvementTags" ("tag", "fiscalYear", "improvementId")
       select ${term}, "fiscalYear", "id" from "improvements" where ${condition}`,
    )
  await add(`'ict:' || "ictKind"`, '"ictKind" is not null')
  await add(`'effect:minutes'`, '"minutesPerYear" > 0')
  await add(`'effect:hundredHours'`, '"minutesPerYear" >= 6000')
  await add(`'effect:yen'`, '"yenPerYear" > 0')
  await run(
    db,
    `insert into "improvementTags" ("tag", "fiscalYear", "improvementId")
     with recursive "linked" ("improvementId", "fiscalYear", "projectId") as (
       select i."id", i."fiscalYear", p."projectId" from "improvements" i
         join "practiceProjects" p on p."practiceId" = i."practiceId"
       union select i."id", i."fiscalYear", m."projectId" from "improvements" i
         join "implementations" m on m."proposalId" = i."proposalId" where m."projectId" is not null
       union select i."id", i."fiscalYear", p."projectId" from "improvements" i
         join "proposalProjects" p on p."proposalId" = i."proposalId"
         left join "implementations" m on m."proposalId" = i."proposalId" where m."projectId" is null
     ),
     "measured" ("improvementId", "fiscalYear", "code") as (
       select l."improvementId", l."fiscalYear", y."measureCode" from "linked" l
         join "projectYears" y on y."projectId" = l."projectId" and y."fiscalYear" = l."fiscalYear"
         where y."measureCode" is not null
       union select d."improvementId", d."fiscalYear", s."parentCode" from "measured" d
         join "measures" s on s."code" = d."code" where s."parentCode" is not null
     )
     select 'measure:' || "code", "fiscalYear", "improvementId" from "measured"`,
  )
}

/** Counts everything anew: for the town (0), a bureau (its key, negative) and a section, in one year and in all (0). */
export async function countShelf(db: AnyDb): Promise<void> {
  await run(db, 'delete from "shelfCounts"')
  for (const place of ['0', '-i."bureauId"', 'i."departmentId"']) {
    for (const year of ['0', 'i."fiscalYear"']) {
      await run(
        db,
        `insert into "shelfCounts" ("place", "year", "term", "improvements")
         select ${place}, ${year}, t."term", count(*) from "improvements" i
         join (
           select "tag" as "term", "improvementId" from "improvementTags"
           union all select '', "id" from "improvements"
         ) t on t."improvementId" = i."id"
         group by 1, 2, 3`,
      )
    }
  }
}
