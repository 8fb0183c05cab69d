import type { Command } from '#app/commands/command'
import { hashPassword, randomPassword } from '#app/domain/accounts/hashing.server'
import { initialPasswordMs, openAccount, resetPassword } from '#app/domain/accounts/passwords.server'
import { laterBy, wareki } from '#app/domain/calendar'
import { systemPersonId } from '#app/domain/organisation/actor'
import { personIds } from '#app/domain/organisation/people.server'
import { importSeats } from '#app/domain/organisation/seats.server'
import { transact, type World } from '#app/domain/transact.server'
import { openTown } from '#app/server/town'

const usage = '使い方: admin [open-account|reset-password|seat] 職員番号'

/** What only the operator of the machine can do: help the first administrator in, and one who is locked out. */
export const run: Command = async ([verb = '', employeeNumber = '', ...more], config) => {
  const act = verbs[verb]
  if (!act || employeeNumber === '' || more.length > 0) throw new Error(usage)
  const town = await openTown(config)
  try {
    const { writer, reader } = town.connections
    const personId = (await personIds(reader)).get(employeeNumber)
    if (personId === undefined) throw new Error(`職員番号 ${employeeNumber} の職員は登録されていません。`)
    const world: World = { writer, seal: town.seal, now: () => new Date() }
    await act(world, { personId, employeeNumber })
  } finally {
    await town.close()
  }
}

interface Person {
  readonly personId: number
  readonly employeeNumber: string
}

const verbs: Readonly<Record<string, (world: World, person: Person) => Promise<void>>> = {
  'open-account': async (world, { personId }) => {
    const account = await world.writer
      .selectFrom('accounts')
      .select('personId')
      .where('personId', '=', personId)
      .executeTakeFirst()
    if (account)
      throw new Error('この職員のアカウントはもうあります。パスワードの再発行は reset-password です。')
    await giveOut(world, personId, openAccount)
  },
  'reset-password': (world, { personId }) => giveOut(world, personId, resetPassword),
  seat: async (world, { employeeNumber }) => {
    const since = await transact(world, systemPersonId, async (ctx) => {
      const seat = { body: 'administrators', employeeNumber, role: 'member' } as const
      await importSeats(ctx, [{ ...seat, validFrom: ctx.today, validTo: null }])
      return ctx.today
    })
    console.log(`${wareki(since)}からシステム管理者です。`)
  },
}

/** Hashed before the transaction begins; shown once and stored nowhere. */
async function giveOut(world: World, personId: number, command: typeof openAccount): Promise<void> {
  const password = randomPassword()
  const passwordHash = await hashPassword(password)
  await transact(world, systemPersonId, (ctx) =>
    command(ctx, { personId, passwordHash, initialUntil: laterBy(ctx.now, initialPasswordMs) }),
  )
  console.log(`初期パスワード: ${password}`)
  console.log('72時間のうちにサインインして、新しいパスワードに変えてください。')
}
