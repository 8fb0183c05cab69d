import { Migrator, sql } from 'kysely'
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { type Connections, type Db, isPostgres } from '#db/connect.server'
import { migrateToLatest } from '#db/migrate.server'
import { migrations } from '#db/migrations/index'
import { openSerialized, serialize } from '#db/sqlite.server'
import { templateOf } from '#tests/support/postgres.server'

/* What was there before an update is there after it: a database as it was before 気づきメモ and その後. */

let copy: () => Promise<Connections>
beforeAll(async () => {
  if (process.env['TEST_DATABASE'] === 'postgres') return void (copy = await templateOf(fill))
  const original = openSerialized()
  await fill(original.writer)
  const image = serialize(original)
  await original.close()
  copy = async () => openSerialized(image)
})

let connections: Connections
beforeEach(async () => void (connections = await copy()))
afterEach(() => connections.close())

async function fill(db: Db): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
  const { error } = await migrator.migrateTo('0085-answer-templates')
  if (error) throw error as Error
  for (const statement of before) await sql.raw(statement).execute(db)
}

const instant = (daysAgo: number) => new Date(Date.now() - daysAgo * 24 * 60 * 60 * 1000).toISOString()
const lately = instant(100)

const report = (id: number, at: string) => `
  insert into "practices" ("id", "stage", "stageSince", "fiscalYear", "title", "reporterId", "departmentId",
    "confirmedAt", "createdAt", "updatedAt") values (${id}, 'confirmed', '', 2025, '番号札', 1, 1, '${at}', '', '')`
const shelved = (id: number) => `
  insert into "improvements" ("id", "practiceId", "fiscalYear", "departmentId", "bureauId", "title", "state",
    "publishedOn") values (${id}, ${id}, 2025, 1, 1, '番号札', 'implemented', '2025-06-01')`
const photo = (id: number) => `
  insert into "attachments" ("id", "practiceId", "place", "fileName", "mediaType", "bytes", "sha256",
    "thumbnailSha256", "uploadedAt", "uploadedById")
  values (${id}, 1, 'before', '窓口.webp', 'image/webp', 9, 'a', 'b', '', 1)`

const before = [
  `insert into "people" ("id", "employeeNumber", "name", "kana", "searchKey", "employmentType")
   values (1, '000001', '鈴木', '', '', 'regular')`,
  `insert into "departments" ("id", "code", "name", "kind", "validFrom") values (1, '1', '市民課', 'section', '')`,
  `insert into "fiscalYears" ("fiscalYear", "countingBasis", "denominator", "definition",
     "receiveWithinWorkingDays", "answerWithinDays", "noticeWithinDays", "confirmWithinDays", "remindDaysBefore",
     "minimumGroundsLength", "titleLength", "suspiciousMinutesPerYear", "suspiciousYenPerYear",
     "smallDepartmentProjects") values (2025, 'implemented', 'all', '', 3, 14, 7, 14, 3, 20, 40, 1, 1, 3)`,
  ...[report(1, lately), report(2, instant(500)), shelved(1), shelved(2), photo(7), photo(9)],
  'delete from "attachments" where "id" = 9',
]

it('keeps the files, and gives no key a second time', async () => {
  const { writer } = connections
  await migrateToLatest(writer)
  const { id: _, ...kept } = await writer.selectFrom('attachments').selectAll().executeTakeFirstOrThrow()
  expect(kept).toMatchObject({ practiceId: 1, memoId: null, fileName: '窓口.webp', thumbnailSha256: 'b' })
  if (isPostgres(writer)) return // which was given keys by hand here, and never looked at its counter
  const { id } = await writer.insertInto('attachments').values(kept).returning('id').executeTakeFirstOrThrow()
  expect(id).toBe(10)
})

it('lets a file belong to one matter alone, of three kinds', async () => {
  const { writer } = connections
  await migrateToLatest(writer)
  const twoMatters = writer.updateTable('attachments').set({ proposalId: 1 }).execute()
  await expect(twoMatters).rejects.toThrow(/check/i)
  await expect(writer.updateTable('attachments').set({ practiceId: null }).execute()).rejects.toThrow(
    /check/i,
  )
})

it('asks after what was confirmed in the last twelve months, a year after that, and not after what is older', async () => {
  const { writer } = connections
  await migrateToLatest(writer)
  const year = Number(lately.slice(0, 4)) + 1
  expect(
    await writer.selectFrom('followUps').select(['improvementId', 'personId', 'dueOn']).execute(),
  ).toEqual([
    {
      ...{ improvementId: 1, personId: 1 },
      dueOn: `${year}${lately.slice(4, 10)}`.replace('-02-29', '-02-28'),
    },
  ])
})

it('names the 事務事業 of what stands on the shelf, and counts by them', async () => {
  const { writer } = connections
  const linked = [12, 3].flatMap((id) => [
    `insert into "projects" ("id") values (${id})`,
    `insert into "practiceProjects" ("practiceId", "projectId") values (1, ${id})`,
  ])
  for (const statement of linked) await sql.raw(statement).execute(writer)
  await migrateToLatest(writer)
  const rows = await writer.selectFrom('improvements').select(['id', 'projects']).orderBy('id').execute()
  expect(rows).toEqual([
    { id: 1, projects: '3+12' },
    { id: 2, projects: '' },
  ])
  expect(await writer.selectFrom('shelfProjects').selectAll().execute()).toEqual([
    { projects: '3+12', departmentId: 1, improvements: 1 },
  ])
})
