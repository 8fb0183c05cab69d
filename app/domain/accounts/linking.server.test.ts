import { expect, it } from 'vitest'
import { NotPermitted, RuleBroken } from '#app/domain/errors'
import { systemPersonId } from '#app/domain/organisation/actor'
import { openAccounts } from '#tests/support/accounts.server'
import { smallTown } from '#tests/support/town.server'
import { freshWorld } from '#tests/support/world.server'
import { findLinkOf, linkSubject, unlinkSubject } from './linking.server'
import { linkSubjects } from './linking-list.server'
import { findAccountOverview } from './overview.server'
import { findPasswordHash, hasPassword } from './passwords.server'
import { findSignInRules, setSignInRules } from './sign-in-rules.server'

const issuer = 'https://login.example/realms/town'

async function town() {
  const world = await freshWorld()
  const { people } = await smallTown(world)
  await openAccounts(world, people.yoshida, people.suzuki)
  const link = (by: number, personId: number, subject: string) =>
    world.act(by, (ctx) => linkSubject(ctx, { personId, issuer, subject }))
  const kinds = async () =>
    (
      await world.reader
        .selectFrom('events')
        .select('kind')
        .where('kind', 'like', 'account.%')
        .where('seq', '>', 0)
        .orderBy('seq')
        .execute()
    ).map(({ kind }) => kind)
  return { world, people, link, kinds, [Symbol.asyncDispose]: () => world.close() }
}

it('is made and taken away by administrators alone', async () => {
  await using t = await town()
  const { suzuki, kobayashi, yoshida } = t.people
  await expect(t.link(kobayashi, suzuki, 'suzuki')).rejects.toThrow(NotPermitted)
  await expect(t.link(suzuki, suzuki, 'suzuki')).rejects.toThrow(NotPermitted)
  await t.link(yoshida, suzuki, 'suzuki')
  expect(await findLinkOf(t.world.reader, suzuki)).toEqual({
    ...{ issuer, subject: 'suzuki', linkedAt: '2026-06-01T00:00:00.000Z', linkedByName: '吉田　翔' },
  })
  await expect(t.world.act(kobayashi, (ctx) => unlinkSubject(ctx, { personId: suzuki }))).rejects.toThrow(
    NotPermitted,
  )
  await t.world.act(yoshida, (ctx) => unlinkSubject(ctx, { personId: suzuki }))
  expect(await findLinkOf(t.world.reader, suzuki)).toBeNull()
  expect((await t.kinds()).slice(-2)).toEqual(['account.linked', 'account.unlinked'])
})

it('is one identity for one person', async () => {
  await using t = await town()
  const { suzuki, tanaka, yoshida } = t.people
  await t.link(yoshida, suzuki, 'suzuki')
  await expect(t.link(yoshida, tanaka, 'suzuki')).rejects.toThrow('鈴木　花子（000001）にひも付いています')
  await expect(t.link(yoshida, suzuki, 'another')).rejects.toThrow('先にひも付けを外してください')
  await t.link(yoshida, tanaka, 'SUZUKI')
  expect(await findLinkOf(t.world.reader, tanaka)).toMatchObject({ subject: 'SUZUKI' })
})

it('gives an account that no password opens to whoever has none', async () => {
  await using t = await town()
  const { suzuki, tanaka, yoshida } = t.people
  await t.link(yoshida, tanaka, 'tanaka')
  expect(await findPasswordHash(t.world.reader, tanaka)).toBeNull()
  expect(await findAccountOverview(t.world.reader, tanaka)).toMatchObject({ passwordChangedAt: null })
  await t.link(yoshida, suzuki, 'suzuki')
  expect(await hasPassword(t.world.reader, suzuki)).toBe(true)
  expect((await t.kinds()).slice(-3)).toEqual(['account.opened', 'account.linked', 'account.linked'])
})

it('comes as a list, every night anew, all of it or nothing', async () => {
  await using t = await town()
  const bring = (...lines: [employeeNumber: string, subject: string][]) =>
    t.world.act(systemPersonId, (ctx) =>
      linkSubjects(ctx, {
        issuer,
        lines: lines.map(([employeeNumber, subject]) => ({ employeeNumber, subject })),
      }),
    )
  expect(await bring(['000001', 'suzuki'], ['000002', 'tanaka'])).toEqual({ linked: 2, unchanged: 0 })
  expect(await bring(['000001', 'suzuki'], ['000003', 'takahashi'])).toEqual({ linked: 1, unchanged: 1 })
  const wrong = bring(['000004', 'sato'], ['999999', 'x'], ['000005', 'tanaka'], ['000001', 'other'])
  await expect(wrong).rejects.toThrow(RuleBroken)
  await expect(wrong).rejects.toThrow(
    /何も変えていません。職員番号999999の.*、職員番号000005：.*、職員番号000001：/,
  )
  expect(await findLinkOf(t.world.reader, t.people.sato)).toBeNull()
})

it('keeps what the town decided, and who decided it', async () => {
  await using t = await town()
  expect(await findSignInRules(t.world.reader)).toEqual({ bindsByNumber: 0, refusesPasswords: 0 })
  const decided = { bindsByNumber: 1, refusesPasswords: 1 } as const
  await expect(t.world.act(t.people.kobayashi, (ctx) => setSignInRules(ctx, decided))).rejects.toThrow(
    NotPermitted,
  )
  await t.world.act(t.people.yoshida, (ctx) => setSignInRules(ctx, decided))
  await t.world.act(t.people.yoshida, (ctx) => setSignInRules(ctx, { ...decided, bindsByNumber: 0 }))
  expect(await findSignInRules(t.world.reader)).toEqual({ bindsByNumber: 0, refusesPasswords: 1 })
  const rows = await t.world.reader.selectFrom('signInRules').select('setById').execute()
  expect(rows).toEqual([{ setById: t.people.yoshida }, { setById: t.people.yoshida }])
})
