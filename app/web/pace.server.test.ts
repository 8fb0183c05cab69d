import { expect, it } from 'vitest'
import { TooOften } from '#app/domain/errors'
import { freshWorld } from '#tests/support/world.server'
import { useConnections } from './connections.server'
import { admitSearch, admitWrite } from './pace.server'

it('lets everybody search and send so many times a minute, each counted for itself', async () => {
  await using world = await freshWorld()
  useConnections({ ...world, secureCookies: false, sample: false, contact: '総務課', perMinute: 2 })
  for (const person of [1, 2]) for (let time = 0; time < 2; time += 1) await admitSearch(person)
  await expect(admitSearch(1)).rejects.toThrow(TooOften)
  await expect(admitSearch(2)).rejects.toMatchObject({ seconds: expect.any(Number) })
  await admitWrite(1)
  await admitWrite(1)
  await expect(admitWrite(1)).rejects.toThrow('入力した内容はそのままです。')
})
