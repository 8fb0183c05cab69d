import { expect, it } from 'vitest'
import { transact } from '#app/domain/transact.server'
import { freshWorld, type TestWorld } from '#tests/support/world.server'
import { smallTown } from '#tests/support/town.server'
import { forgetForms } from './forget-forms.server'

/** Sends the same form once more; returns what its command answered, the first time or this time. */
function send(world: TestWorld, personId: number, answer: string): Promise<string> {
  return transact(world, personId, async () => answer, { formKey: 'key' })
}

it('a form that is sent twice is taken once, until its key is thirty days old', async () => {
  await using world = await freshWorld('2026-06-01T09:00:00+09:00')
  const { people } = await smallTown(world)
  const { run } = forgetForms(world)
  expect(await send(world, people.sato, 'first')).toBe('first')

  world.at('2026-07-01T09:00:00+09:00')
  await run()
  expect(await send(world, people.sato, 'second')).toBe('first')

  world.at('2026-07-01T09:00:01+09:00')
  await run()
  expect(await send(world, people.sato, 'third')).toBe('third')
})
