import { folderStore } from '#app/domain/attachments/folder-store.server'
import { beforeEach, expect, it } from 'vitest'
import { listAttachments } from '#app/domain/attachments/fetching.server'
import { refusals } from '#app/domain/attachments/refusals'
import { listOwnMemos } from '#app/domain/memos/listing.server'
import { writeMemo } from '#app/domain/memos/writing.server'
import { findActor } from '#app/domain/organisation/actor.server'
import { useConnections } from '#app/web/connections.server'
import { perform } from '#app/web/perform.server'
import type { VerbArgs } from '#app/web/verb.server'
import { smallTown } from '#tests/support/town.server'
import { filesForEachTest, filesIn, photoOf } from '#tests/support/uploads.server'
import { freshWorld, type TestWorld } from '#tests/support/world.server'
import { receiveMemo } from './receiving.server'

const files = filesForEachTest()
const passed = { requestId: 'r1', clientAddress: '127.0.0.1' }

let world: TestWorld
let writer: number

beforeEach(async () => {
  world = await freshWorld()
  writer = (await smallTown(world)).people.suzuki
  useConnections({
    ...world,
    secureCookies: false,
    sample: false,
    contact: '',
    files: folderStore(files.path),
  })
  return () => world.close()
})

interface Sent {
  readonly text?: string
  readonly file?: { readonly name: string; readonly content: string | Uint8Array<ArrayBuffer> }
  readonly key?: string
}

let keys = 0

/** One press of 「残す」. */
async function send({ text = '番号が見えない', file, key }: Sent = {}) {
  const form = new FormData()
  form.append('text', text)
  form.append('formKey', key ?? `a page of its own ${(keys += 1)}`)
  // A browser sends an empty file without a name where none was chosen.
  form.append('file', new File([file?.content ?? ''], file?.name ?? ''))
  const args: VerbArgs = {
    actor: await findActor(world.reader, writer, '2026-06-01'),
    db: world.reader,
    requestId: 'r1',
    params: {},
    url: new URL('http://127.0.0.1/'),
    request: new Request('http://127.0.0.1/', { method: 'POST', body: form }),
    perform: (state, command) => perform(writer, passed, state, command),
  }
  const answer = await receiveMemo(args, (ctx, memo) => writeMemo(ctx, memo), '/there')
  if (!('data' in answer)) return { status: answer.status, form: null }
  return { status: answer.init?.status ?? 200, form: answer.data.form }
}

const memos = async () => listOwnMemos(world.reader, await findActor(world.reader, writer, '2026-06-01'))
const photo = async () => ({ name: '窓口.jpg', content: new Uint8Array(await photoOf()) })

it('keeps a line alone, once for each page however often its button is pressed', async () => {
  expect(await send({ key: 'one page' })).toMatchObject({ status: 302 })
  expect(await send({ key: 'one page' })).toMatchObject({ status: 302 })
  expect(await memos()).toMatchObject([{ text: '番号が見えない', photo: null }])
})

it('keeps a photo with it, drawn anew, whose words are the line', async () => {
  expect(await send({ file: await photo() })).toMatchObject({ status: 302 })
  const [memo] = await memos()
  expect(memo?.photo?.description).toBe('番号が見えない')
  expect(await listAttachments(world.reader, { memoId: memo?.id ?? 0 })).toMatchObject([
    { place: 'other', fileName: '窓口.webp', format: 'webp', height: 1600 },
  ])
})

it('asks for the line, and to choose the photo again, and leaves nothing behind', async () => {
  const { status, form } = await send({ text: '', file: await photo() })
  expect(status).toBe(422)
  expect(form?.errors).toEqual({
    text: ['気づいたことを入力してください'],
    file: ['「窓口.jpg」をもう一度選んでください'],
  })
  expect([await memos(), filesIn(files.path)]).toEqual([[], []])
})

it('takes photos alone, and keeps the line that was typed beside anything else', async () => {
  const { status, form } = await send({ file: { name: 'メモ.txt', content: 'メモ' } })
  expect(status).toBe(422)
  expect(form).toMatchObject({ values: { text: '番号が見えない' }, errors: { file: [refusals.photoAlone] } })
  expect([await memos(), filesIn(files.path)]).toEqual([[], []])
})

it('takes twenty photos in ten minutes, and any number of lines', async () => {
  for (let n = 0; n < 20; n += 1) await send({ file: { name: 'a.txt', content: 'a' } })
  expect(await send({ file: await photo() })).toMatchObject({
    status: 429,
    form: { formErrors: [expect.stringContaining('10分')] },
  })
  expect(await send()).toMatchObject({ status: 302 })
  expect(filesIn(files.path)).toEqual([])
})
