import { expect, it } from 'vitest'
import { confirmed } from '#tests/support/practices.server'
import { notified } from '#tests/support/reviews.server'
import { smallTown } from '#tests/support/town.server'
import { freshWorld } from '#tests/support/world.server'
import { findNews, findNewsMonths } from './news.server'
import { remark } from './remarking.server'

it('tells of a month what was put on the shelf, decided and thanked for, two of every bureau', async () => {
  await using world = await freshWorld()
  const town = await smallTown(world)
  expect(await findNewsMonths(world.reader)).toBe(null)
  const proposalId = await notified(world, town)
  for (const title of ['番号札', '予約表', '記入例']) await confirmed(world, town, { title })
  expect(await findNewsMonths(world.reader)).toEqual({ first: '2026-06', latest: '2026-06' })
  const [shelved] = await world.reader.selectFrom('improvements').select('id').orderBy('id', 'desc').execute()
  const improvementId = shelved?.id ?? 0
  await world.act(town.people.mori, (ctx) => remark(ctx, { improvementId, kind: 'thanks', text: '' }))

  const news = await findNews(world.reader, '2026-06')
  expect(news.counts.practices).toBe(3)
  expect(news.counts.thanks).toBe(1)
  expect(news.improvements.map(({ title }) => title).slice(0, 2)).toEqual(['記入例', '予約表'])
  expect(news.improvements.map(({ title }) => title)).not.toContain('番号札')
  expect(news.decided.map(({ id }) => id)).toEqual([proposalId])

  expect(await findNews(world.reader, '2019-05')).toMatchObject({ improvements: [], decided: [], spread: [] })
})
