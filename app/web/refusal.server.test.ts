import { expect, it } from 'vitest'
import { StoreSilent } from '#app/domain/attachments/file-store.server'
import { NotFound, NotPermitted, RuleBroken, TooOften } from '#app/domain/errors'
import { asResponse } from './refusal.server'

const statusOf = (error: unknown) => (asResponse(error) as { init?: { status?: number } }).init?.status

it.each([
  [new NotFound(), 404],
  [new NotPermitted('事務局だけが開けます。'), 403],
  [new RuleBroken('締め切りました。'), 422],
  [new TooOften('検索が続きました。', 5), 429],
  [new StoreSilent('the file store answered 500'), 503],
])('%s becomes %i', (error, status) => expect(statusOf(error)).toBe(status))

it('says in a sentence that a photo can be opened later, and lets a bug through as it is', () => {
  expect(asResponse(new StoreSilent('the file store cannot be reached'))).toMatchObject({
    data: { message: expect.stringContaining('少し待って') },
    init: { headers: { 'Retry-After': '30' } },
  })
  const bug = new Error('undefined is not a function')
  expect(asResponse(bug)).toBe(bug)
})
