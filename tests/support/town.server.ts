import { openCampaign } from '#app/domain/campaigns/opening.server'
import { systemPersonId } from '#app/domain/organisation/actor'
import { importAppointments } from '#app/domain/organisation/appointments.server'
import { departmentIds, importDepartments } from '#app/domain/organisation/departments.server'
import { openFiscalYear } from '#app/domain/organisation/year-opening.server'
import { importPeople, personIds } from '#app/domain/organisation/people.server'
import { importPosts } from '#app/domain/organisation/posts.server'
import { setReasonCodes } from '#app/domain/organisation/reason-codes.server'
import type { Body, SeatRole } from '#app/domain/organisation/seat'
import { importSeats } from '#app/domain/organisation/seats.server'
import { importProjects } from '#app/domain/projects/registry.server'
import { once } from '#tests/support/remembering.server'
import type { TestWorld } from '#tests/support/world.server'

/** name, code, 部 */
const departments = {
  civic: ['市民部', '010000', null],
  citizens: ['市民課', '010100', '010000'],
  tax: ['税務課', '010200', '010000'],
  general: ['総務部', '020000', null],
  affairs: ['総務課', '020100', '020000'],
  reform: ['行政改革課', '020200', '020000'],
  caring: ['福祉部', '030000', null],
  welfare: ['福祉課', '030100', '030000'],
} as const

const posts = { director: '部長', deputy: '次長', chief: '課長', senior: '主任', clerk: '主事' } as const
const heading: readonly string[] = [posts.director, posts.chief]

/** name, kana, department, post, seat */
const people = {
  suzuki: ['鈴木　花子', 'すずき　はなこ', 'citizens', 'clerk'],
  tanaka: ['田中　一郎', 'たなか　いちろう', 'citizens', 'senior'],
  takahashi: ['髙橋　誠', 'たかはし　まこと', 'citizens', 'chief'],
  sato: ['佐藤　由美', 'さとう　ゆみ', 'tax', 'senior'],
  watanabe: ['渡邉　健', 'わたなべ　けん', 'tax', 'chief'],
  yamamoto: ['山本　隆', 'やまもと　たかし', 'civic', 'director'],
  nakamura: ['中村　恵', 'なかむら　めぐみ', 'civic', 'deputy', 'improvementCommittee', 'member'],
  ito: ['伊藤　学', 'いとう　まなぶ', 'general', 'deputy', 'improvementCommittee', 'chair'],
  kobayashi: ['小林　直樹', 'こばやし　なおき', 'reform', 'clerk', 'secretariat', 'clerk'],
  kato: ['加藤　修', 'かとう　おさむ', 'general', 'director', 'policyCouncil', 'chair'],
  mori: ['森　久美子', 'もり　くみこ', 'welfare', 'chief'],
  yoshida: ['吉田　翔', 'よしだ　しょう', 'affairs', 'clerk', 'administrators', 'member'],
} as const satisfies Record<
  string,
  readonly [string, string, keyof typeof departments, keyof typeof posts, Body?, SeatRole?]
>

/** name, department */
const projects = {
  certificates: ['証明書交付事業', 'citizens'],
  counter: ['窓口サービス事業', 'citizens'],
  registry: ['住民基本台帳事業', 'citizens'],
  propertyTax: ['固定資産税賦課事業', 'tax'],
  collection: ['市税徴収事業', 'tax'],
  support: ['生活困窮者支援事業', 'welfare'],
} as const satisfies Record<string, readonly [string, keyof typeof departments]>

const reasons = [
  ['law', '法令'],
  ['budget', '予算'],
  ['staff', '人員'],
  ['system', 'システム'],
  ['coordination', '関係者調整'],
  ['effect', '効果'],
  ['timing', '時期'],
  ['other', '他'],
] as const

export type PersonName = keyof typeof people
export type DepartmentName = keyof typeof departments
export type ProjectName = keyof typeof projects

export interface SmallTown {
  readonly people: Readonly<Record<PersonName, number>>
  readonly departments: Readonly<Record<DepartmentName, number>>
  readonly projects: Readonly<Record<ProjectName, number>>
  /** The 募集 of 2026, open, with the theme 「書かない窓口」, and the closed one of the year before. */
  readonly campaign: number
  readonly theme: number
  readonly formerCampaign: number
}

type Empty = Pick<TestWorld, 'act' | 'reader' | 'writer' | 'seal' | 'now'>

/** A small city hall with a person for every part, made by the real commands: fiscal years 2024 to 2026. */
export async function smallTown(world: Empty): Promise<SmallTown> {
  return once(world, ['small town'], found)
}

async function found(world: Empty): Promise<SmallTown> {
  const bySystem = <T>(command: Parameters<typeof world.act<T>>[1]) => world.act(systemPersonId, command)
  await bySystem(async (ctx) => {
    for (const fiscalYear of [2024, 2025, 2026])
      await openFiscalYear(ctx, { fiscalYear, targetPermille: 700 })
    await importStaff(ctx)
    await importProjects(ctx, 2025, projectLines)
    await importProjects(ctx, 2026, projectLines)
    for (const use of ['difficult', 'notAccepted', 'notAdopted'] as const) {
      await setReasonCodes(
        ctx,
        use,
        reasons.map(([code, label]) => ({ code, label })),
      )
    }
  })
  const formerCampaign = await bySystem((ctx) => openCampaign(ctx, campaignOf(2025)))
  const campaign = await bySystem((ctx) => openCampaign(ctx, campaignOf(2026)))
  return {
    ...(await idsByName(world)),
    campaign: campaign.campaignId,
    formerCampaign: formerCampaign.campaignId,
    theme: campaign.themeIds[0] ?? 0,
  }
}

const employeeNumberOf = (name: string) => String(Object.keys(people).indexOf(name) + 1).padStart(6, '0')

const projectLines = Object.values(projects).map(([name, department], place) => ({
  code: `10101${String(place + 1).padStart(4, '0')}`,
  name,
  departmentCode: departments[department][1],
  measureCode: '111',
  measureName: '市民サービスの充実',
  inScope: 1 as const,
  excludedReason: null,
  predecessorCode: null,
}))

async function importStaff(ctx: Parameters<typeof importPeople>[0]): Promise<void> {
  const since = { validFrom: '2024-04-01', validTo: null }
  await importDepartments(
    ctx,
    Object.values(departments).map(([name, code, parentCode]) => ({
      ...{ code, name, parentCode, validFrom: '2015-04-01', validTo: null },
      kind: parentCode === null ? 'bureau' : 'section',
    })),
  )
  await importPosts(
    ctx,
    Object.entries(posts).map(([code, name], place) => ({
      ...{ code, name, rank: [1, 2, 3, 6, 7][place] ?? 7 },
      isHead: heading.includes(name) ? 1 : 0,
    })),
  )
  const lines = Object.entries(people).map(([key, line]) => ({ employeeNumber: employeeNumberOf(key), line }))
  await importPeople(
    ctx,
    lines.map(({ employeeNumber, line: [name, kana] }) => ({
      ...{ employeeNumber, name, kana, employmentType: 'regular' },
      email: null,
    })),
  )
  await importAppointments(
    ctx,
    lines.map(({ employeeNumber, line: [, , department, postCode] }) => ({
      ...{ employeeNumber, postCode, kind: 'main' as const, ...since },
      departmentCode: departments[department][1],
    })),
  )
  await importSeats(
    ctx,
    lines.flatMap(({ employeeNumber, line: [, , , , body, role] }) =>
      body && role ? [{ body, role, employeeNumber, ...since }] : [],
    ),
  )
}

function campaignOf(fiscalYear: number) {
  return {
    fiscalYear,
    name: '職員提案',
    opensOn: `${fiscalYear}-04-01`,
    closesOn: `${fiscalYear + 1}-03-31`,
    departmentMayDecide: 0 as const,
    themes: ['書かない窓口'],
  }
}

async function idsByName(world: Pick<TestWorld, 'reader'>) {
  const peopleIds = await personIds(world.reader)
  const departmentIdsByCode = await departmentIds(world.reader)
  const projectYears = await world.reader
    .selectFrom('projectYears')
    .select(['name', 'projectId'])
    .where('fiscalYear', '=', 2026)
    .execute()
  const byName = <Name extends string>(names: readonly Name[], idOf: (name: Name) => number | undefined) =>
    Object.fromEntries(names.map((name) => [name, idOf(name) ?? 0])) as Record<Name, number>
  return {
    people: byName(keys(people), (name) => peopleIds.get(employeeNumberOf(name))),
    departments: byName(keys(departments), (name) => departmentIdsByCode.get(departments[name][1])),
    projects: byName(
      keys(projects),
      (name) => projectYears.find((project) => project.name === projects[name][0])?.projectId,
    ),
  }
}

function keys<Name extends string>(record: Readonly<Record<Name, unknown>>): Name[] {
  return Object.keys(record) as Name[]
}
