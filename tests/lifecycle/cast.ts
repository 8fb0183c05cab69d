import type { Day } from '#app/domain/calendar'
import { openCampaign } from '#app/domain/campaigns/opening.server'
import { systemPersonId } from '#app/domain/organisation/actor'
import { importAppointments } from '#app/domain/organisation/appointments.server'
import { importSeats } from '#app/domain/organisation/seats.server'
import { type DepartmentName, type PersonName, smallTown, type SmallTown } from '#tests/support/town.server'
import { once } from '#tests/support/remembering.server'
import type { TestWorld } from '#tests/support/world.server'

/*
 * The small town in the spring in which two heads change places and an author moves, as the test itself knows it: who
 * belongs where on which day is written here once more and never asked of the product.
 */

const transferDay = '2026-04-01'

const places: Readonly<Record<PersonName, readonly [before: DepartmentName, after: DepartmentName]>> = {
  suzuki: ['citizens', 'welfare'],
  tanaka: ['citizens', 'citizens'],
  takahashi: ['citizens', 'tax'],
  sato: ['tax', 'tax'],
  watanabe: ['tax', 'citizens'],
  yamamoto: ['civic', 'civic'],
  nakamura: ['civic', 'civic'],
  ito: ['general', 'general'],
  kobayashi: ['reform', 'reform'],
  kato: ['general', 'general'],
  mori: ['welfare', 'welfare'],
  yoshida: ['affairs', 'affairs'],
}

const headNames: readonly PersonName[] = ['takahashi', 'watanabe', 'yamamoto', 'kato', 'mori']

const bureaus: Partial<Record<DepartmentName, DepartmentName>> = {
  citizens: 'civic',
  tax: 'civic',
  affairs: 'general',
  reform: 'general',
  welfare: 'caring',
}

export interface Cast {
  readonly town: SmallTown
  /** A theme whose departments may decide by themselves (上越市 型). */
  readonly ownDecisionTheme: number
  readonly everybody: readonly number[]
  /** Among them a member of the secretariat and the chair, who must keep out of what is their own. */
  readonly proposers: readonly number[]
  readonly askable: readonly [number, number, number]
  readonly secretariat: number
  readonly committee: readonly number[]
  /** Chair of 事務改善委員会. */
  readonly chair: number
  /** Chair of 政策会議. */
  readonly council: number
}

/** Fills the world by the real commands; the transfers of 1 April are known from the beginning. */
export async function castOf(world: TestWorld): Promise<Cast> {
  return once(world, ['cast of the lifecycle'], assemble)
}

async function assemble(world: TestWorld): Promise<Cast> {
  const town = await smallTown(world)
  const { people, departments } = town
  const campaign = await world.act(systemPersonId, async (ctx) => {
    await importAppointments(ctx, transfers)
    await importSeats(ctx, moreMembers)
    return openCampaign(ctx, {
      ...{ fiscalYear: 2025, name: '課で決める職員提案', opensOn: '2025-03-01', closesOn: '2027-03-31' },
      ...{ departmentMayDecide: 1, themes: ['所管課で進める改善'] },
    })
  })
  return {
    town,
    ownDecisionTheme: campaign.themeIds[0] ?? 0,
    everybody: Object.values(people),
    proposers: [people.suzuki, people.tanaka, people.sato, people.kobayashi, people.ito],
    askable: [departments.citizens, departments.tax, departments.welfare],
    secretariat: people.kobayashi,
    committee: [people.ito, people.nakamura, people.yamamoto, people.mori],
    chair: people.ito,
    council: people.kato,
  }
}

export function nameOf({ town }: Cast, personId: number): string {
  return Object.entries(town.people).find(([, id]) => id === personId)?.[0] ?? 'the system'
}

export function departmentOf({ town }: Cast, personId: number, today: Day): number {
  const name = Object.entries(town.people).find(([, id]) => id === personId)?.[0] as PersonName
  return town.departments[places[name][today < transferDay ? 0 : 1]]
}

/** Where nobody is head: the 次長 of the bureau, and where there is none either, the secretariat. */
const standIns: Partial<Record<DepartmentName, PersonName>> = {
  affairs: 'ito',
  reform: 'ito',
  caring: 'kobayashi',
}

export function isHeadOf(cast: Cast, personId: number, departmentId: number | null, today: Day): boolean {
  const isVacant = Object.entries(standIns).some(
    ([department, name]) =>
      cast.town.departments[department as DepartmentName] === departmentId &&
      cast.town.people[name] === personId,
  )
  if (isVacant) return true
  const isHead = headNames.some((name) => cast.town.people[name] === personId)
  return isHead && departmentId !== null && departmentOf(cast, personId, today) === departmentId
}

/** The bureau above a section; null for a bureau. */
export function bureauOf({ town }: Cast, departmentId: number): number | null {
  const name = Object.entries(town.departments).find(([, id]) => id === departmentId)?.[0] as DepartmentName
  const bureau = bureaus[name]
  return bureau === undefined ? null : town.departments[bureau]
}

/** So that two are needed for a quorum: 山本 of 市民部 and 森 of 福祉部. */
const moreMembers = ['000006', '000011'].map((employeeNumber) => ({
  ...{ body: 'improvementCommittee' as const, role: 'member' as const, employeeNumber },
  ...{ validFrom: '2024-04-01', validTo: null },
}))

/** By the numbers of the small town: employees in their order from 000001. */
const transfers = [
  moved('000003', 'chief', '010100', '010200'),
  moved('000005', 'chief', '010200', '010100'),
  moved('000001', 'clerk', '010100', '030100'),
].flat()

function moved(employeeNumber: string, postCode: string, from: string, to: string) {
  const of = { employeeNumber, postCode, kind: 'main' as const }
  return [
    { ...of, departmentCode: from, validFrom: '2024-04-01', validTo: '2026-03-31' },
    { ...of, departmentCode: to, validFrom: transferDay, validTo: null },
  ]
}
