import { expect, it } from 'vitest'
import { freshWorld, type TestWorld } from '#tests/support/world.server'
import { headOf } from '../organisation/appointments.server'
import { findFiscalYear } from '../organisation/fiscal-years.server'
import { type Files, importOrganisation } from './organisation.server'

const files: Files = {
  departments:
    'code,name,parentCode,kind,validFrom,validTo\n0100,市民部,,bureau,2015-04-01,\n0101,市民課,0100,section,2015-04-01,\n',
  posts: 'code,name,rank,isHead\nP31,課長,3,1\n',
  people: 'employeeNumber,name,kana,email,employmentType\n000123,髙橋　誠,たかはし　まこと,,regular\n',
  appointments:
    'employeeNumber,departmentCode,postCode,kind,validFrom,validTo\n000123,0101,P31,main,2026-04-01,\n',
  seats: 'body,employeeNumber,role,validFrom,validTo\nsecretariat,000123,clerk,2026-04-01,\n',
  reasonCodes: 'usedFor,code,label\ndifficult,law,法令\ndifficult,budget,予算\n',
  fiscalYears: 'fiscalYear,targetPercent\n2025,\n2026,70.5\n',
  policies: 'code,level,name,parentCode\n111,measure,窓口の充実,\n',
  projects:
    'fiscalYear,code,name,departmentCode,policyMeasure,inScope,excludedReason,predecessorCode\n2026,B1,証明書交付,0101,窓口の充実,1,,A1\n2025,A1,証明書発行,0101,窓口の充実,1,,\n',
  projectSuccessors: 'fromCode,toFiscalYear,toCode,kind\nA1,2026,B1,renamed\n',
  campaigns:
    'fiscalYear,name,opensOn,closesOn,departmentMayDecide,themes\n2026,職員提案,2026-04-01,2027-03-31,0,書かない窓口;紙を減らす\n',
}

const tables = [
  ...(['departments', 'posts', 'people', 'appointments', 'seats', 'reasonCodes', 'fiscalYears'] as const),
  ...(['measures', 'projects', 'projectYears', 'projectSuccessors', 'campaigns', 'themes'] as const),
]

async function countRows(world: TestWorld) {
  const counts: Record<string, number> = {}
  for (const table of tables) {
    const row = await world.reader
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
    counts[table] = row.n
  }
  return counts
}

it('the lists of a city hall make it ready to begin', async () => {
  await using world = await freshWorld()
  await world.act(0, (ctx) => importOrganisation(ctx, files))
  const section = await world.reader
    .selectFrom('departments')
    .select('id')
    .where('code', '=', '0101')
    .executeTakeFirstOrThrow()
  expect(await headOf(world.reader, section.id, '2026-04-01')).toMatchObject({ name: '髙橋　誠' })
  expect(await findFiscalYear(world.reader, 2026)).toMatchObject({ targetPermille: 705 })
  const projects = await world.reader
    .selectFrom('projectYears')
    .select(['name', 'projectId', 'measureCode'])
    .orderBy('fiscalYear')
    .execute()
  expect(projects.map(({ name, measureCode }) => [name, measureCode])).toEqual([
    ['証明書発行', '111'],
    ['証明書交付', '111'],
  ])
  expect(projects[0]?.projectId).toBe(projects[1]?.projectId)
})

it('the same lists again change nothing', async () => {
  await using world = await freshWorld()
  await world.act(0, (ctx) => importOrganisation(ctx, files))
  const before = await countRows(world)
  await world.act(0, (ctx) => importOrganisation(ctx, files))
  expect(await countRows(world)).toEqual(before)
  expect(before).toMatchObject({ projects: 1, projectYears: 2, campaigns: 1, themes: 2 })
})

it('one wrong line keeps all of them out', async () => {
  await using world = await freshWorld()
  const wrong = {
    ...files,
    seats: 'body,employeeNumber,role,validFrom,validTo\nsecretariat,999999,clerk,2026-04-01,\n',
  }
  await expect(world.act(0, (ctx) => importOrganisation(ctx, wrong))).rejects.toThrow('職員番号「999999」')
  expect(Object.values(await countRows(world))).toEqual(tables.map(() => 0))
})

it('a list may come alone, on what is there already', async () => {
  await using world = await freshWorld()
  await world.act(0, (ctx) => importOrganisation(ctx, files))
  const moved =
    'employeeNumber,departmentCode,postCode,kind,validFrom,validTo\n000123,0101,P31,main,2026-04-01,2026-09-30\n'
  await world.act(0, (ctx) => importOrganisation(ctx, { appointments: moved }))
  const rows = await world.reader.selectFrom('appointments').select('validTo').execute()
  expect(rows).toEqual([{ validTo: '2026-09-30' }])
})
