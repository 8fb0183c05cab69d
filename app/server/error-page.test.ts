import { afterAll, beforeAll, expect, test } from 'vitest'
import { startDoors } from '#tests/support/doors'

/* Refusals of what has no page of its own: a photo, a document, a list as CSV. */

let doors: Awaited<ReturnType<typeof startDoors>>

beforeAll(async () => {
  const page = async ({ url }: Request) => {
    const status = Number(new URL(url).pathname.slice(1))
    return Response.json({ message: 'Unexpected Server Error' }, { status, headers: { 'retry-after': '30' } })
  }
  doors = await startDoors({ page })
})
afterAll(() => doors.stop())

const opened = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }

test.each([
  [403, 'このページは開けません'],
  [404, 'ページが見つかりません'],
  [503, 'いまは利用できません'],
])('with %i, opened in a browser, are a page that says 「%s」', async (status, words) => {
  const answer = await doors.ask({ path: `/${status}`, headers: opened })
  expect(answer).toMatchObject({
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', 'retry-after': '30' },
  })
  const text = answer.body.toString()
  expect(text).toContain(words)
  expect(text).not.toContain('Unexpected')
})

test('reach a script as they are', async () => {
  const { status, body } = await doors.ask({ path: '/404', headers: { accept: '*/*' } })
  expect([status, JSON.parse(body.toString())]).toEqual([404, { message: 'Unexpected Server Error' }])
})

test('leave what is not refused alone', async () => {
  const { headers } = await doors.ask({ path: '/200', headers: opened })
  expect(headers['content-type']).toMatch(/^application\/json/)
})
