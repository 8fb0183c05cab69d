import type { AppLoadContext } from '@remix-run/node'
import { expect, it } from 'vitest'
import { openAccounts, testPassword } from '#tests/support/accounts.server'
import { smallTown } from '#tests/support/town.server'
import { freshWorld } from '#tests/support/world.server'
import { signIn } from './password-sign-in.server'
import { useConnections } from './connections.server'
import { changeOwnPassword } from './own-password.server'
import { accountVerb } from './verb.server'

const next = 'umi to yama to kaze'

it('changes the password of whoever knows the current one, five attempts an hour', async () => {
  await using world = await freshWorld('2026-06-01T00:00:00.000Z')
  const { people } = await smallTown(world)
  await openAccounts(world, people.suzuki)
  useConnections({ ...world, secureCookies: false, sample: false, contact: '総務課' })
  const context = () => ({ requestId: 'r', clientAddress: '10.1.0.1' }) as AppLoadContext
  const request = (cookie = '') =>
    new Request('http://kaizen.example/account/password', { method: 'POST', headers: { cookie } })
  const enter = (password: string) =>
    signIn({ request: request(), context: context() }, { employeeNumber: '000001', password })

  const answer = await enter(testPassword)
  const cookie = answer.ok ? (answer.cookie.split(';')[0] ?? '') : ''
  const change = (current: string, wanted: string) =>
    accountVerb((args) => changeOwnPassword(args, { key: '', value: { current, next: wanted } }))({
      request: request(cookie),
      context: context(),
      params: {},
    })

  expect(await change(testPassword, 'sunshine2026!')).toMatchObject({ ok: false, error: { field: 'next' } })
  expect(await change(testPassword, testPassword)).toMatchObject({ ok: false, error: { field: 'next' } })
  expect(await change('wrong', next)).toMatchObject({ ok: false, error: { field: 'current' } })
  expect(await change(testPassword, next)).toMatchObject({ ok: true })
  expect(await enter(testPassword)).toMatchObject({ ok: false })
  expect(await enter(next)).toMatchObject({ ok: true })

  for (let count = 0; count < 3; count += 1) await change('wrong', testPassword)
  const refused = await change(next, testPassword)
  expect(refused).toMatchObject({ ok: false, error: { name: 'TooOften', seconds: 3600 } })
})
