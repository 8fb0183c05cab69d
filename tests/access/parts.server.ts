import { startSession } from '#app/domain/accounts/sessions.server'
import { instantOf, laterBy } from '#app/domain/calendar'
import { systemPersonId } from '#app/domain/organisation/actor'
import { importAppointments } from '#app/domain/organisation/appointments.server'
import { importPeople } from '#app/domain/organisation/people.server'
import { importSeats } from '#app/domain/organisation/seats.server'
import { openAccounts } from '#tests/support/accounts.server'
import { remembering } from '#tests/support/remembering.server'
import type { SmallTown } from '#tests/support/town.server'
import type { TestWorld } from '#tests/support/world.server'

/** Everybody who may stand before a door. 市民課 is the section that is asked; 佐藤 and 小川 are the authors. */
export const parts = [
  'stranger',
  'employee',
  'author',
  'coAuthor',
  'head',
  'member',
  'otherHead',
  'formerHead',
  'secretariat',
  'chair',
  'recused',
  'council',
  'administrator',
] as const

export type Part = (typeof parts)[number]
export type Signed = Exclude<Part, 'stranger'>
export type Players = Readonly<Record<Signed, number>>

export const signed = parts.filter((part): part is Signed => part !== 'stranger')

/** The small town with those it lacks: a colleague who writes along, a head who has moved on, a vice-chair of the bureau. */
export const castParts = remembering(
  'castParts',
  async (world: TestWorld, { people }: SmallTown): Promise<Players> => {
    const extras = await world.act(systemPersonId, async (ctx) => {
      await importPeople(
        ctx,
        lines.map(([employeeNumber, name, kana]) => ({
          ...{ employeeNumber, name, kana, employmentType: 'regular', email: null },
        })),
      )
      await importAppointments(ctx, appointments)
      await importSeats(ctx, [
        {
          ...{ body: 'improvementCommittee', role: 'viceChair', employeeNumber: '000015' },
          ...{ validFrom: '2024-04-01', validTo: null },
        },
      ])
      const rows = await ctx.tx
        .selectFrom('people')
        .select(['id', 'employeeNumber'])
        .where(
          'employeeNumber',
          'in',
          lines.map(([number]) => number),
        )
        .execute()
      return new Map(rows.map(({ employeeNumber, id }) => [employeeNumber, id]))
    })
    return {
      employee: extras.get('000014') ?? 0,
      author: people.sato,
      coAuthor: extras.get('000013') ?? 0,
      head: people.takahashi,
      member: people.tanaka,
      otherHead: people.mori,
      formerHead: extras.get('000016') ?? 0,
      secretariat: people.kobayashi,
      chair: people.ito,
      recused: extras.get('000015') ?? 0,
      council: people.kato,
      administrator: people.yoshida,
    }
  },
)

/** A session for each part, so that no test has to hash a password for every person. */
export const signAllIn = remembering(
  'signAllIn',
  async (world: TestWorld, players: Players): Promise<void> => {
    await openAccounts(world, ...Object.values(players))
    const createdAt = instantOf(world.now())
    for (const part of signed) {
      const session = { token: tokenOf(part), personId: players[part], createdAt }
      await startSession(world.writer, { ...session, expiresAt: laterBy(createdAt, 60 * 60_000) })
    }
  },
)

/** What the browser of this part sends; the alphabet is that of real tokens. */
export function tokenOf(part: Signed): string {
  return part.toLowerCase().padEnd(40, 'a')
}

const lines = [
  ['000013', '小川　茜', 'おがわ　あかね'],
  ['000014', '岡田　実', 'おかだ　みのる'],
  ['000015', '清水　進', 'しみず　すすむ'],
  ['000016', '松本　豊', 'まつもと　ゆたか'],
] as const

const since = { kind: 'main' as const, validFrom: '2024-04-01', validTo: null }

const appointments = [
  { employeeNumber: '000013', departmentCode: '020100', postCode: 'clerk', ...since },
  { employeeNumber: '000014', departmentCode: '030100', postCode: 'clerk', ...since },
  { employeeNumber: '000015', departmentCode: '010000', postCode: 'deputy', ...since },
  // Head of 市民課 until yesterday.
  {
    employeeNumber: '000016',
    departmentCode: '010100',
    postCode: 'chief',
    ...since,
    validTo: '2026-05-31',
  },
  {
    employeeNumber: '000016',
    departmentCode: '020100',
    postCode: 'chief',
    ...since,
    validFrom: '2026-06-01',
  },
]
