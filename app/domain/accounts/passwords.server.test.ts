import { expect, it } from 'vitest'
import { openAccounts } from '#tests/support/accounts.server'
import { smallTown } from '#tests/support/town.server'
import { freshWorld } from '#tests/support/world.server'
import { NotFound } from '../errors'
import { findPasswordContext, findWeakness } from './password-rules.server'
import {
  changePassword,
  findPasswordHash,
  hasInitialPassword,
  openAccount,
  resetPassword,
} from './passwords.server'
import { findSession, startSession } from './sessions.server'

it('is opened and reset by administrators only', async () => {
  await using world = await freshWorld()
  const { people } = await smallTown(world)
  const account = { personId: people.suzuki, passwordHash: 'x', initialUntil: '2026-06-04T00:00:00.000Z' }

  const refusal = /システム管理者/
  await expect(world.act(people.kobayashi, (ctx) => openAccount(ctx, account))).rejects.toThrow(refusal)
  await world.act(people.yoshida, (ctx) => openAccount(ctx, account))
  await expect(world.act(people.suzuki, (ctx) => resetPassword(ctx, account))).rejects.toThrow(refusal)
  await world.act(people.yoshida, (ctx) => resetPassword(ctx, { ...account, passwordHash: 'y' }))
  expect(await findPasswordHash(world.reader, people.suzuki)).toBe('y')

  const nobody = { ...account, personId: people.tanaka }
  await expect(world.act(people.yoshida, (ctx) => resetPassword(ctx, nobody))).rejects.toThrow(NotFound)
})

it('is changed by the person: no longer an initial one, and only this session goes on', async () => {
  await using world = await freshWorld()
  const { people } = await smallTown(world)
  await openAccounts(world, people.suzuki)
  await world.writer.updateTable('accounts').set({ initialUntil: '2026-06-04T00:00:00.000Z' }).execute()
  const times = { createdAt: '2026-06-01T00:00:00.000Z', expiresAt: '2026-06-01T01:00:00.000Z' }
  for (const token of ['here', 'there'])
    await startSession(world.writer, { token, personId: people.suzuki, ...times })

  await world.act(people.suzuki, (ctx) => changePassword(ctx, { passwordHash: 'new', sessionToken: 'here' }))
  expect(await findPasswordHash(world.reader, people.suzuki)).toBe('new')
  expect(await hasInitialPassword(world.reader, people.suzuki)).toBe(false)
  expect(await findSession(world.reader, 'here', times.createdAt)).not.toBeNull()
  expect(await findSession(world.reader, 'there', times.createdAt)).toBeNull()

  const kinds = await world.reader
    .selectFrom('events')
    .select('kind')
    .orderBy('seq', 'desc')
    .limit(2)
    .execute()
  expect(kinds.map(({ kind }) => kind)).toEqual(['account.passwordChanged', 'account.opened'])
})

it('is compared with the common ones that the product brings along and with what is known of the person', async () => {
  await using world = await freshWorld()
  const { people } = await smallTown(world)
  const context = await findPasswordContext(world.reader, people.suzuki, '2026-06-01')
  expect(context).toMatchObject({ employeeNumber: '000001', departments: ['市民課'] })
  expect(findWeakness('1qaz2wsx3edc4rfv', context)).toContain('よく使われる')
  expect(findWeakness('sunshine2026!', context)).toContain('よく使われる')
  expect(findWeakness('鈴木花子の市民課2026', context)).toContain('職員番号・氏名')
  expect(findWeakness('朝顔とたこ焼きと信号機の話', context)).toBeNull()
})
