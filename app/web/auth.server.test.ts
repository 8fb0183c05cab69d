import type { AppLoadContext } from '@remix-run/node'
import { expect, it } from 'vitest'
import { findLastSignIn } from '#app/domain/accounts/signing-in.server'
import { openAccounts, testPassword } from '#tests/support/accounts.server'
import { smallTown } from '#tests/support/town.server'
import { freshWorld } from '#tests/support/world.server'
import { actorOf, endOtherSessions, mustChangePassword, signOut } from './auth.server'
import { useConnections } from './connections.server'
import { findInterruptedForm, keepInterruptedForm } from './interrupted-form.server'
import { signIn } from './password-sign-in.server'

let addresses = 0

/** A town whose 鈴木 (000001) and 田中 (000002) have accounts, visited from an address of its own. */
async function town(instant = '2026-06-01T00:00:00.000Z') {
  const world = await freshWorld(instant)
  const { people } = await smallTown(world)
  await openAccounts(world, people.suzuki, people.tanaka)
  useConnections({ ...world, secureCookies: true, sample: false, contact: '総務課' })
  addresses += 1
  const clientAddress = `10.0.0.${addresses}`
  const ask = (cookie = '', init: RequestInit = {}) => ({
    request: new Request('https://kaizen.example/practices/new', {
      ...init,
      headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
    }),
    context: { requestId: 'r', clientAddress } as AppLoadContext,
  })
  const enter = async (employeeNumber = '000001', password = testPassword, cookie = '') =>
    signIn(ask(cookie), { employeeNumber, password })
  /** The cookie as a browser sends it back. */
  const cookieFor = async (employeeNumber?: string, cookie?: string) => {
    const answer = await enter(employeeNumber, testPassword, cookie)
    if (!answer.ok) throw new Error(answer.refusal)
    return answer.cookie.split(';')[0] ?? ''
  }
  const whoIs = async (cookie: string) => (await actorOf(ask(cookie)))?.personId ?? null
  return { world, people, ask, enter, cookieFor, whoIs, [Symbol.asyncDispose]: () => world.close() }
}

it('signs in with a cookie that scripts, siblings and other hosts cannot touch', async () => {
  await using t = await town()
  const answer = await t.enter()
  expect(answer).toMatchObject({
    ok: true,
    cookie: expect.stringMatching(/^__Host-sid=[a-z2-7]{40}; HttpOnly; Path=\/; SameSite=Lax; Secure$/),
  })
  expect(await t.whoIs(await t.cookieFor())).toBe(t.people.suzuki)
  expect(await t.whoIs('')).toBeNull()
  expect(await t.whoIs('other=%zz; __Host-sid=no-token')).toBeNull()
})

it('takes a new token at every sign-in and ends the session of the cookie that was there before', async () => {
  await using t = await town()
  const first = await t.cookieFor()
  const second = await t.cookieFor('000001', first)
  expect(second).not.toBe(first)
  expect(await t.whoIs(first)).toBeNull()
  expect(await t.whoIs(second)).toBe(t.people.suzuki)
})

it('answers an unknown number, a wrong password and a disabled account alike', async () => {
  await using t = await town()
  await t.world.writer
    .updateTable('accounts')
    .set({ disabledAt: '2026-05-31T00:00:00.000Z' })
    .where('personId', '=', t.people.tanaka)
    .execute()
  const wrong = { ok: false, refusal: 'wrong' }
  const unknown = [t.enter('999999'), t.enter('000001', 'asagao takoyaki')]
  // Disabled, and without an account at all.
  const closed = [t.enter('000002'), t.enter('000003')]
  expect(await Promise.all([...unknown, ...closed])).toEqual([wrong, wrong, wrong, wrong])
  // After the last appointment.
  await t.world.writer.updateTable('appointments').set({ validTo: '2026-05-31' }).execute()
  expect(await t.enter('000001')).toEqual(wrong)
})

it('refuses the right password as well after five wrong ones', async () => {
  await using t = await town()
  const answers = await Promise.all(Array.from({ length: 5 }, () => t.enter('000001', 'wrong')))
  expect(answers.map((answer) => !answer.ok && answer.refusal)).toEqual(Array(5).fill('wrong'))
  expect(await t.enter()).toEqual({ ok: false, refusal: 'tooOften', seconds: 900 })
  expect(await t.enter('000002')).toMatchObject({ ok: true })
})

it('opens only the page that changes an initial password, and nothing once that is too old', async () => {
  await using t = await town()
  const initialUntil = '2026-06-04T00:00:00.000Z'
  await t.world.writer.updateTable('accounts').set({ initialUntil }).execute()
  expect(await mustChangePassword(t.ask(await t.cookieFor()))).toBe(true)
  t.world.at('2026-06-04T00:00:00.001Z')
  expect(await t.enter()).toEqual({ ok: false, refusal: 'initialPasswordTooOld' })
})

it('ends after an hour without a request, and goes on while it is used', async () => {
  await using t = await town()
  const [idle, used] = [await t.cookieFor('000001'), await t.cookieFor('000002')]
  t.world.at('2026-06-01T00:45:00.000Z')
  expect(await t.whoIs(used)).toBe(t.people.tanaka)
  t.world.at('2026-06-01T01:01:00.000Z')
  expect(await t.whoIs(idle)).toBeNull()
  expect(await t.whoIs(used)).toBe(t.people.tanaka)
})

it('ends after twelve hours, however busy it was', async () => {
  await using t = await town()
  const cookie = await t.cookieFor()
  for (let minutes = 40; minutes <= 720; minutes += 40) {
    t.world.at(new Date(Date.UTC(2026, 5, 1, 0, minutes - 1)).toISOString())
    expect(await t.whoIs(cookie)).toBe(t.people.suzuki)
  }
  t.world.at('2026-06-01T12:01:00.000Z')
  expect(await t.whoIs(cookie)).toBeNull()
})

it('ends at midnight in Tokyo on the day of a transfer, and the next one has the new powers', async () => {
  await using t = await town('2027-03-31T14:30:00.000Z')
  const { suzuki } = t.people
  const { id, ...appointment } = await t.world.reader
    .selectFrom('appointments')
    .selectAll()
    .where('personId', '=', suzuki)
    .executeTakeFirstOrThrow()
  await t.world.writer
    .updateTable('appointments')
    .set({ validTo: '2027-03-31' })
    .where('id', '=', id)
    .execute()
  await t.world.writer
    .insertInto('appointments')
    .values({ ...appointment, validFrom: '2027-04-01' })
    .execute()
  const cookie = await t.cookieFor()

  t.world.at('2027-03-31T14:59:59.000Z')
  expect(await t.whoIs(cookie)).toBe(suzuki)
  t.world.at('2027-03-31T15:00:00.000Z')
  expect(await t.whoIs(cookie)).toBeNull()
  expect(await t.whoIs(await t.cookieFor())).toBe(suzuki)
})

it('is over after signing out, and on the other devices when asked', async () => {
  await using t = await town()
  const [here, there, third] = [await t.cookieFor(), await t.cookieFor(), await t.cookieFor()]
  await endOtherSessions(t.ask(here).request, t.people.suzuki)
  expect(await t.whoIs(there)).toBeNull()
  expect(await t.whoIs(third)).toBeNull()

  const { headers, way } = await signOut(t.ask(here))
  expect(way).toBe('password')
  expect(headers.get('set-cookie')).toMatch(/^__Host-sid=; .*Max-Age=0/)
  expect(headers.get('clear-site-data')).toBe('"cache", "storage"')
  expect(await t.whoIs(here)).toBeNull()
})

it('keeps what was being sent when the session had ended, for its owner and for a day', async () => {
  await using t = await town()
  const cookie = await t.cookieFor()
  const post = () => t.ask(cookie, { method: 'POST', body: 'title=%E7%AA%93%E5%8F%A3' }).request

  t.world.at('2026-06-02T00:59:00.000Z')
  const token = await keepInterruptedForm(post())
  expect(token).toMatch(/^[\w-]{34}$/)
  const found = (personId: number, path: string) => findInterruptedForm(token ?? '', personId, path)
  expect(await found(t.people.suzuki, '/practices/new')).toBe('title=%E7%AA%93%E5%8F%A3')
  expect(await found(t.people.tanaka, '/practices/new')).toBeNull()
  expect(await found(t.people.suzuki, '/proposals/new')).toBeNull()

  expect(await keepInterruptedForm(t.ask(cookie).request)).toBeNull()
  expect(await keepInterruptedForm(t.ask('', { method: 'POST', body: 'a=b' }).request)).toBeNull()
  t.world.at('2026-06-02T01:00:01.000Z')
  expect(await keepInterruptedForm(post())).toBeNull()
})

it('tells the last sign-in and the failures since', async () => {
  await using t = await town()
  await t.cookieFor()
  t.world.at('2026-06-02T00:00:00.000Z')
  await t.enter('000001', 'wrong')
  await t.cookieFor()
  expect(await findLastSignIn(t.world.reader, t.people.suzuki)).toEqual({
    previousAt: '2026-06-01T00:00:00.000Z',
    failures: 1,
  })
  expect(await findLastSignIn(t.world.reader, t.people.tanaka)).toBeNull()
})
