import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { listAttachments } from '#app/domain/attachments/fetching.server'
import { folderStore } from '#app/domain/attachments/folder-store.server'
import { refusals } from '#app/domain/attachments/refusals'
import type { Scanner } from '#app/domain/attachments/scanning.server'
import { attachmentLimits } from '#app/domain/attachments/attachment'
import { emptyContent } from '#app/domain/practices/content'
import { draftPractice } from '#app/domain/practices/drafting.server'
import { findActor } from '#app/domain/organisation/actor.server'
import { type Rooms, useConnections } from '#app/web/connections.server'
import { perform } from '#app/web/perform.server'
import type { VerbArgs } from '#app/web/verb.server'
import { s3Store } from '#app/server/s3-store'
import { fakeS3 } from '#tests/support/fake-s3'
import { smallTown } from '#tests/support/town.server'
import { filesForEachTest, filesIn, stored } from '#tests/support/uploads.server'
import { freshWorld, type TestWorld } from '#tests/support/world.server'
import { receiveAttachment } from './receiving.server'
import { fileResponse } from './serving.server'

const files = filesForEachTest()
const passed = { requestId: 'r1', clientAddress: '127.0.0.1' }

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
  open()
  return () => world.close()
})

const reported: unknown[] = []

/** The rooms of the server, as its configuration has them. */
function open(configured: Pick<Rooms, 'scanner' | 'megabytesPerDay' | 'files'> = {}) {
  reported.length = 0
  useConnections({
    ...{ ...world, secureCookies: false, sample: false, contact: '', files: folderStore(files.path) },
    ...{ report: ({ error }) => reported.push(error), ...configured },
  })
}

interface Sent {
  readonly by?: number
  /** Whose report it is attached to, if not the one of the author. */
  readonly of?: number
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

async function press({ by = author, of = practiceId, ...sent }: Sent = {}) {
  const { name = 'メモ.txt', content = 'メモ', fields, key } = sent
  const form = new FormData()
  for (const [field, value] of Object.entries({ place: 'document', description: '', ...fields }))
    form.append(field, value)
  form.append('formKey', key ?? `a page of its own ${(keys += 1)}`)
  form.append('file', new File([content], name))
  const args: VerbArgs = {
    actor: await findActor(world.reader, by, '2026-06-01'),
    db: world.reader,
    requestId: 'r1',
    params: {},
    url: new URL('http://127.0.0.1/'),
    request: new Request('http://127.0.0.1/', { method: 'POST', body: form }),
    perform: (state, command) => perform(by, passed, state, command),
  }
  return receiveAttachment(args, { practiceId: of }, '/there')
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

describe('what a person sends in a day', () => {
  const twoMegabytes = new Uint8Array(2 * 1024 * 1024).fill(0x61)

  it('is so much and no more, refused or not, until the next day begins', async () => {
    open({ megabytesPerDay: 5 })
    expect(await send({ content: twoMegabytes })).toMatchObject({ status: 302 })
    expect(await send({ content: twoMegabytes, name: 'a.exe' })).toMatchObject({ status: 422 })
    const refused = await send({ content: twoMegabytes })
    expect(refused).toMatchObject({
      status: 429,
      form: {
        formErrors: [
          '1日に送れるのは、合わせて5MBまでです。きょうはあと1MBです。あす（6月2日）の0時から、また送れます。',
        ],
      },
    })
    expect(filesIn(files.path)).toHaveLength(1)
    expect(await send({ content: twoMegabytes.subarray(0, 1024 * 1024) })).toMatchObject({ status: 302 })
    expect((await send()).form?.formErrors[0]).toContain('きょうの分は使い切りました。')

    world.at('2026-06-02T00:00:00+09:00')
    expect(await send({ content: twoMegabytes })).toMatchObject({ status: 302 })
    expect(await there()).toHaveLength(3)
  })

  it('is each person’s own', async () => {
    open({ megabytesPerDay: 2 })
    await send({ content: twoMegabytes })
    const theirs = await world.act(stranger, (ctx) => draftPractice(ctx, emptyContent))
    expect(await send({ by: stranger, of: theirs.practiceId })).toMatchObject({ status: 302 })
  })

  it('is never more for many at the same moment', async () => {
    open({ megabytesPerDay: 5 })
    const answers = await Promise.all([1, 2, 3, 4].map(async () => send({ content: twoMegabytes })))
    expect(answers.filter(({ status }) => status === 302)).toHaveLength(2)
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(2)
  })
})

describe('where a scanner looks for viruses', () => {
  const scanner = (findVirus: Scanner['findVirus']): Scanner => ({ findVirus, answers: async () => true })

  it('a clean file is taken after it was looked at', async () => {
    const seen: string[] = []
    open({ scanner: scanner(async (path) => (seen.push(readFileSync(path, 'utf8')), null)) })
    expect(await send({ content: 'きれい' })).toMatchObject({ status: 302 })
    expect(seen).toEqual(['きれい'])
  })

  it('an infected one is refused by a sentence, written down, and leaves nothing behind', async () => {
    open({ scanner: scanner(async () => 'Eicar-Test-Signature') })
    const { status, form } = await send()
    expect([status, form?.errors['file']]).toEqual([422, [refusals.infected]])
    expect(filesIn(files.path)).toEqual([])
    expect(await there()).toEqual([])
    expect(reported.map(String)).toEqual(['Error: an upload was infected: Eicar-Test-Signature'])
  })

  it('that does not answer, no file is taken', async () => {
    open({ scanner: scanner(() => Promise.reject(new Error('connect ECONNREFUSED'))) })
    const { status, form } = await send()
    expect(status).toBe(503)
    expect(form?.formErrors).toEqual([
      'いまはファイルを受け取れません。しばらくしてから、もう一度付けてください。',
    ])
    expect(filesIn(files.path)).toEqual([])
    expect(reported).toMatchObject([{ name: 'ScannerSilent', cause: { message: 'connect ECONNREFUSED' } }])
  })
})

it('a file that cannot be kept is refused by a sentence, and taken once it can', async () => {
  const s3 = await fakeS3()
  open({ files: s3Store(s3.place, join(files.path, 'incoming')) })
  s3.goDown()
  expect(await send()).toMatchObject({
    status: 503,
    form: { formErrors: [expect.stringContaining('いまは')] },
  })
  expect(reported).toMatchObject([{ name: 'StoreSilent' }])
  expect(filesIn(files.path)).toEqual([])
  s3.goDown(false)
  expect(await send()).toMatchObject({ status: 302 })

  const [file] = await world.reader.selectFrom('attachments').select('sha256').execute()
  const answer = await fileResponse(file?.sha256 ?? '', {
    ...{ fileName: 'メモ.txt', place: 'document', mediaType: 'text/plain' },
  })
  expect(answer.headers.get('content-length')).toBe('6')
  expect(await answer.text()).toBe('メモ')
  await s3.stop()
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
