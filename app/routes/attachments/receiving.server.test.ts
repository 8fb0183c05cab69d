import { beforeEach, describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { listAttachments } from '#app/domain/attachments/fetching.server'
import { refusals } from '#app/domain/attachments/refusals'
import { attachmentLimits } from '#app/domain/attachments/attachment'
import { emptyContent } from '#app/domain/practices/content'
import { draftPractice } from '#app/domain/practices/drafting.server'
import { findActor } from '#app/domain/organisation/actor.server'
import { useConnections } from '#app/web/connections.server'
import { perform } from '#app/web/perform.server'
import type { VerbArgs } from '#app/web/verb.server'
import { smallTown } from '#tests/support/town.server'
import { filesForEachTest, filesIn, stored } from '#tests/support/uploads.server'
import { freshWorld, type TestWorld } from '#tests/support/world.server'
import { inJson, receiveAttachment } from './receiving.server'
import { fileResponse } from './serving.server'

const files = filesForEachTest()
const passed = { nonce: '', requestId: 'r1', clientAddress: '127.0.0.1' }

let world: TestWorld
let author: number
let stranger: number
let practiceId: number

beforeEach(async () => {
  world = await freshWorld()
  const { people } = await smallTown(world)
  author = people.suzuki
  stranger = people.mori
  practiceId = (await world.act(author, (ctx) => draftPractice(ctx, emptyContent))).practiceId
  useConnections({ ...world, secureCookies: false, sample: false, contact: '', files: files.path })
  return () => world.close()
})

interface Sent {
  readonly by?: number
  readonly name?: string
  readonly content?: string | Uint8Array<ArrayBuffer>
  readonly fields?: Readonly<Record<string, string>>
  /** The one-time key of the page. */
  readonly key?: string
}

let keys = 0

/** One press of 「付ける」. */
async function send(sent: Sent = {}) {
  const answer = await press(sent)
  if (!('data' in answer)) return { status: answer.status, form: null }
  return { status: answer.init?.status ?? 200, form: answer.data.form }
}

async function press({ by = author, name = 'メモ.txt', content = 'メモ', fields, key }: Sent = {}) {
  const form = new FormData()
  for (const [field, value] of Object.entries({ place: 'document', description: '', ...fields }))
    form.append(field, value)
  form.append('formKey', key ?? `a page of its own ${(keys += 1)}`)
  form.append('file', new File([content], name))
  const args: VerbArgs = {
    actor: await findActor(world.reader, by, '2026-06-01'),
    db: world.reader,
    params: {},
    url: new URL('http://127.0.0.1/'),
    request: new Request('http://127.0.0.1/', { method: 'POST', body: form }),
    perform: (state, command) => perform(by, passed, state, command),
  }
  return receiveAttachment(args, { practiceId }, '/there')
}

const there = () => listAttachments(world.reader, { practiceId })

describe('a file that is sent', () => {
  it('is attached, once for each page however often its button is pressed', async () => {
    expect(await send({ key: 'one page' })).toMatchObject({ status: 302 })
    expect(await send({ key: 'one page' })).toMatchObject({ status: 302 })
    expect(await there()).toMatchObject([{ fileName: 'メモ.txt', place: 'document', format: 'txt' }])
  })

  it('of somebody who may not is neither read nor written', async () => {
    await expect(send({ by: stranger })).rejects.toThrow()
    expect(filesIn(files.path)).toEqual([])
  })

  it('is to be chosen again where something else was wrong, and leaves nothing behind', async () => {
    const { status, form } = await send({ fields: { place: '' } })
    expect(status).toBe(422)
    expect(form?.errors).toEqual({
      place: ['種類を選んでください'],
      file: ['「メモ.txt」をもう一度選んでください'],
    })
    expect(filesIn(files.path)).toEqual([])
  })

  it('by a script is answered without a page: where to go on, or the form with what to mend', async () => {
    const taken = inJson(await press())
    expect(taken.status).toBe(200)
    expect(await taken.json()).toEqual({ next: '/there?done=fileAttached' })
    const refused = inJson(await press({ name: 'a.exe', fields: { description: 'ことば' } }))
    expect(refused.status).toBe(422)
    expect(await refused.json()).toMatchObject({
      form: { errors: { file: [refusals.unknown] }, values: { description: 'ことば' } },
    })
  })

  it('that is a photo wants a description', async () => {
    const { form } = await send({ name: 'a.jpg', fields: { place: 'before' } })
    expect(form?.errors['description']).toEqual([refusals.noDescription])
  })

  it('of more than 10 MB is refused by a sentence', async () => {
    const { form } = await send({ content: new Uint8Array(attachmentLimits.bytes + 1).fill(0x61) })
    expect(form?.errors['file']).toEqual([refusals.tooLarge])
    expect(filesIn(files.path)).toEqual([])
  })

  it('is the sixth of no matter', async () => {
    for (let n = 0; n < attachmentLimits.files; n += 1) await send({ content: `メモ${n}` })
    const before = filesIn(files.path).length
    expect((await send({ content: '六つ目' })).form?.errors['file']).toEqual([refusals.full])
    expect(await there()).toHaveLength(attachmentLimits.files)
    expect(filesIn(files.path)).toHaveLength(before)
  })

  it('is the twenty-first in ten minutes of nobody', async () => {
    for (let n = 0; n < 20; n += 1) await send({ name: 'a.exe' })
    expect(await send()).toMatchObject({
      status: 429,
      form: { formErrors: [expect.stringContaining('10分')] },
    })
    expect(await there()).toEqual([])
    world.at('2026-06-01T09:11:00+09:00')
    expect(await send()).toMatchObject({ status: 302 })
  })
})

it('a file is served under any name by a header that every browser reads', async () => {
  const { sha256 } = await stored(files.path, 'メモ.txt', Buffer.from('メモ'))
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 100 }), async (fileName) => {
      const answer = await fileResponse(sha256, { fileName, place: 'document', mediaType: 'text/plain' })
      const disposition = answer.headers.get('content-disposition') ?? ''
      const [, encoded = '?'] =
        /^attachment; filename\*=UTF-8''((?:[\w!#$&+.^`|~-]|%[\dA-F]{2})*)$/.exec(disposition) ?? []
      expect(decodeURIComponent(encoded)).toBe(fileName)
      await answer.body?.cancel()
    }),
    { numRuns: 100 },
  )
})
