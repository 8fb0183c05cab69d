import { expect, it } from 'vitest'
import { openAccounts } from '#tests/support/accounts.server'
import { smallTown } from '#tests/support/town.server'
import { freshWorld, type TestWorld } from '#tests/support/world.server'
import { findKeptForm, keepForm, purgeForms } from './interrupted-forms.server'
import { resetPassword } from './passwords.server'
import { endSessionsOf, findSession, purgeSessions, startSession } from './sessions.server'

async function town() {
  const world = await freshWorld()
  const { people } = await smallTown(world)
  await openAccounts(world, people.suzuki, people.tanaka)
  const begin = (token: string, createdAt: string, expiresAt: string, personId = people.suzuki) =>
    startSession(world.writer, { token, personId, createdAt, expiresAt })
  return { world, people, begin, [Symbol.asyncDispose]: () => world.close() }
}

const find = (world: TestWorld, token: string, now: string) => findSession(world.reader, token, now)

it('is found by its token, never by what the table holds', async () => {
  await using t = await town()
  await t.begin('token', '2026-06-01T00:00:00.000Z', '2026-06-01T01:00:00.000Z')
  const { idHash } = await t.world.reader.selectFrom('sessions').select('idHash').executeTakeFirstOrThrow()

  expect(await find(t.world, 'token', '2026-06-01T00:30:00.000Z')).toMatchObject({
    personId: t.people.suzuki,
  })
  expect(idHash).not.toContain('token')
  expect(await find(t.world, idHash, '2026-06-01T00:30:00.000Z')).toBeNull()
})

it('ends at midnight in Tokyo when a seat ended with the fiscal year', async () => {
  await using t = await town()
  await t.world.writer
    .insertInto('seats')
    .values({
      body: 'promotionCommittee',
      personId: t.people.suzuki,
      role: 'member',
      validFrom: '2026-04-01',
      validTo: '2027-03-31',
    })
    .execute()
  await t.begin('token', '2027-03-31T14:30:00.000Z', '2027-03-31T15:30:00.000Z')

  const before = await find(t.world, 'token', '2027-03-31T14:59:59.000Z')
  expect(before?.endsAt).toBe('2027-03-31T15:30:00.000Z')
  const after = await find(t.world, 'token', '2027-03-31T15:00:00.000Z')
  expect(after?.endsAt).toBe('2027-03-31T15:00:00.000Z')
})

it('is unknown once the account is disabled', async () => {
  await using t = await town()
  await t.begin('token', '2026-06-01T00:00:00.000Z', '2026-06-01T01:00:00.000Z')
  await t.world.writer.updateTable('accounts').set({ disabledAt: '2026-06-01T00:10:00.000Z' }).execute()
  expect(await find(t.world, 'token', '2026-06-01T00:30:00.000Z')).toBeNull()
})

it('of six devices keeps the five used last, and leaves other people alone', async () => {
  await using t = await town()
  await t.begin('other', '2026-06-01T00:00:00.000Z', '2026-06-01T01:00:00.000Z', t.people.tanaka)
  for (const minute of [1, 2, 3, 4, 5, 6]) {
    await t.begin(`device${minute}`, `2026-06-01T00:0${minute}:00.000Z`, `2026-06-01T01:0${minute}:00.000Z`)
  }
  const now = '2026-06-01T00:30:00.000Z'
  expect(await find(t.world, 'device1', now)).toBeNull()
  for (const token of ['device2', 'device6', 'other']) expect(await find(t.world, token, now)).not.toBeNull()
})

it('ends on all devices but one, or on all when the password is reset', async () => {
  await using t = await town()
  for (const token of ['here', 'there'])
    await t.begin(token, '2026-06-01T00:00:00.000Z', '2026-06-01T01:00:00.000Z')
  const now = '2026-06-01T00:30:00.000Z'

  await endSessionsOf(t.world.writer, t.people.suzuki, 'here')
  expect(await find(t.world, 'there', now)).toBeNull()
  expect(await find(t.world, 'here', now)).not.toBeNull()

  await t.world.act(0, (ctx) =>
    resetPassword(ctx, {
      personId: t.people.suzuki,
      passwordHash: 'x',
      initialUntil: '2026-06-04T00:00:00.000Z',
    }),
  )
  expect(await find(t.world, 'here', now)).toBeNull()
})

it('is recognised for a day after its end, then forgotten', async () => {
  await using t = await town()
  await t.begin('token', '2026-06-01T00:00:00.000Z', '2026-06-01T01:00:00.000Z')
  await purgeSessions(t.world.writer, '2026-06-02T00:59:59.999Z')
  expect(await find(t.world, 'token', '2026-06-02T00:59:59.999Z')).not.toBeNull()
  await purgeSessions(t.world.writer, '2026-06-02T01:00:00.001Z')
  expect(await find(t.world, 'token', '2026-06-02T01:00:00.001Z')).toBeNull()
})

it('gives an interrupted form back to its owner on its page, to nobody else', async () => {
  await using t = await town()
  const form = {
    personId: t.people.suzuki,
    path: '/practices/new',
    body: 'title=a',
    now: '2026-06-01T00:00:00.000Z',
  }
  const token = (await keepForm(t.world.writer, form)) ?? ''
  const found = (personId: number, path: string) => findKeptForm(t.world.reader, token, personId, path)

  expect(await found(t.people.suzuki, '/practices/new')).toBe('title=a')
  expect(await found(t.people.tanaka, '/practices/new')).toBeNull()
  expect(await found(t.people.suzuki, '/proposals/new')).toBeNull()

  await purgeForms(t.world.writer, '2026-06-16T00:00:00.000Z')
  expect(await found(t.people.suzuki, '/practices/new')).toBeNull()
})

it('keeps the five last interrupted forms of a person and none of more than 256 kB', async () => {
  await using t = await town()
  const keep = (body: string) =>
    keepForm(t.world.writer, { personId: t.people.suzuki, path: '/x', body, now: '2026-06-01T00:00:00.000Z' })
  expect(await keep('あ'.repeat(90_000))).toBeNull()

  const tokens = []
  for (const body of ['1', '2', '3', '4', '5', '6', '7']) tokens.push((await keep(body)) ?? '')
  const kept = await t.world.reader.selectFrom('interruptedForms').select('body').execute()
  expect(kept).toHaveLength(5)
  expect(await findKeptForm(t.world.reader, tokens[6] ?? '', t.people.suzuki, '/x')).toBe('7')
})

it('is not the one to go where the clock was set back and the others seem to last longer', async () => {
  await using t = await town()
  for (let device = 1; device <= 5; device += 1) {
    await t.begin(
      `device ${device}`,
      `2026-06-02T0${device}:00:00.000Z`,
      `2026-06-02T0${device + 1}:00:00.000Z`,
    )
  }
  await t.begin('new', '2026-06-01T00:00:00.000Z', '2026-06-01T01:00:00.000Z')
  expect(await find(t.world, 'new', '2026-06-01T00:30:00.000Z')).not.toBeNull()
  expect(await find(t.world, 'device 1', '2026-06-01T00:30:00.000Z')).toBeNull()
})
