import { existsSync, readFileSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { attached, filesForEachTest, filesIn, photoOf, stored } from '#tests/support/uploads.server'
import { fakeS3 } from '#tests/support/fake-s3'
import { docxParts, zipOf } from '#tests/support/zip'
import { s3Store } from '#app/server/s3-store'
import { emptyContent } from '../practices/content'
import { discardPractice, draftPractice } from '../practices/drafting.server'
import { redescribeFile } from '../attached.server'
import { smallTown } from '#tests/support/town.server'
import { freshWorld } from '#tests/support/world.server'
import { NotFound } from '../errors'
import { attachmentLimits } from './attachment'
import { keepBytes } from './files.server'
import { folderStore, pathOf } from './folder-store.server'
import { insistOnFiles } from './keeping.server'
import { measureStored } from './measuring.server'
import { removeOrphans } from './orphans.server'
import { foreseenRefusal, refusals } from './refusals'
import { attach } from './storing.server'

const files = filesForEachTest()
const heic = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1')
const text = Buffer.from('改善のメモ')

describe('a photo', () => {
  it('is drawn anew: upright, at most 1,600 pixels, without its owner or its place', async () => {
    const kept = await stored(files.path, 'IMG_1.JPG', await photoOf('CANARY 佐藤'), 'before')
    expect(kept).toMatchObject({ mediaType: 'image/webp', width: 800, height: 1_600, fileName: 'IMG_1.webp' })
    const bytes = readFileSync(pathOf(files.path, kept.sha256))
    expect(bytes.includes('CANARY')).toBe(false)
    const { exif, format, orientation } = await sharp(bytes).metadata()
    expect({ exif, format, orientation }).toEqual({ exif: undefined, format: 'webp', orientation: undefined })
    const thumbnail = await sharp(pathOf(files.path, kept.thumbnailSha256 ?? '')).metadata()
    expect(thumbnail).toMatchObject({ format: 'webp', width: 240, height: 480 })
  })

  it.each(['png', 'webp'] as const)('may be a %s, and loses what is hidden behind it', async (format) => {
    const image = sharp({ create: { width: 4, height: 4, channels: 4, background: 'red' } }).toFormat(format)
    const polyglot = Buffer.concat([await image.toBuffer(), Buffer.from('<script>alert(1)</script>')])
    const kept = await stored(files.path, `図.${format}`, polyglot, 'after')
    expect(readFileSync(pathOf(files.path, kept.sha256)).includes('script')).toBe(false)
  })
})

describe('a document', () => {
  it('is kept as it is, of every kind', async () => {
    const workbook = await writeXlsxFile([[{ value: '集計' }]]).toBuffer()
    const kinds = {
      '集計.xlsx': workbook,
      '案.docx': zipOf(docxParts),
      '案.PDF': Buffer.from('%PDF-1.7\n1 0 obj\n%%EOF\n'),
      'メモ.txt': text,
      '表.csv': Buffer.from([0x82, 0xa0, 0x2c, 0x31]),
    }
    for (const [name, bytes] of Object.entries(kinds)) {
      const { sha256 } = await stored(files.path, name, bytes)
      expect(readFileSync(pathOf(files.path, sha256)).equals(bytes)).toBe(true)
    }
  })

  it('sent twice is one file', async () => {
    await stored(files.path, 'a.txt', text)
    await stored(files.path, 'b.txt', text)
    expect(filesIn(files.path)).toHaveLength(1)
  })
})

describe('what is refused says what to do and leaves nothing behind', () => {
  const docx = (...more: Parameters<typeof zipOf>[0]) => zipOf([...docxParts, ...more])
  const bomb = { name: 'word/media/a.xml', content: 'x', claims: { unpacked: 3_000_000_000 } }
  const corpus: Record<string, [string, Buffer, string]> = {
    'a photo of an iPhone': ['IMG.HEIC', heic, refusals.heic],
    'the same under another name': ['IMG.jpg', heic, refusals.heic],
    'a drawing that can hold scripts': ['図.svg', Buffer.from('<svg onload="alert(1)"/>'), refusals.unknown],
    'a page under the name of a PDF': ['案.pdf', Buffer.from('<html><script>'), refusals.disguised],
    'a GIF that is a script': ['a.jpg', Buffer.from('GIF89a/*=1;alert(1)//*/'), refusals.disguised],
    'a PNG under the name of a JPEG': [
      'a.jpg',
      Buffer.from('\x89PNG\r\n\x1a\n0000', 'latin1'),
      refusals.disguised,
    ],
    'a JPEG cut short': [
      'a.jpg',
      Buffer.from('\xff\xd8\xff\xe0\0\x10JFIF\0', 'latin1'),
      refusals.unreadablePhoto,
    ],
    'a program': ['con.exe', Buffer.from('MZ\0\0'), refusals.unknown],
    'no kind at all': ['a\0.php', text, refusals.unknown],
    'an old Word file': ['案.doc', Buffer.from('\xd0\xcf\x11\xe0', 'latin1'), refusals.oldOffice],
    'a workbook with macros': ['案.xlsm', zipOf(docxParts), refusals.macro],
    'macros under another name': ['案.docx', docx({ name: 'word/vbaProject.bin' }), refusals.macro],
    'a workbook under the name of a text': ['案.xlsx', zipOf(docxParts), refusals.disguised],
    'an Office file with a password': [
      '案.docx',
      Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1........', 'latin1'),
      refusals.locked,
    ],
    'an entry with a password': ['案.docx', docx({ name: 'a.xml', claims: { flags: 1 } }), refusals.locked],
    'a PDF with a password': ['案.pdf', Buffer.from('%PDF-1.7\n/Encrypt 5 0 R\n%%EOF'), refusals.locked],
    'half a PDF': ['案.pdf', Buffer.from('%PDF-1.7\n1 0 obj'), refusals.damaged],
    'a bomb': ['案.docx', docx(bomb), refusals.inflated],
    'many small bombs': [
      '案.docx',
      docx(
        ...Array.from({ length: 50 }, (_, n) => ({ ...bomb, name: `${n}`, claims: { unpacked: 5_000_000 } })),
      ),
      refusals.inflated,
    ],
    'entries that share their bytes': [
      '案.docx',
      docx({ name: 'a.xml', claims: { packed: 1_000_000 } }),
      refusals.damaged,
    ],
    'too many entries': [
      '案.docx',
      docx(...Array.from({ length: 2_001 }, (_, n) => ({ name: `${n}` }))),
      refusals.damaged,
    ],
    'a way out of the folder': ['案.docx', docx({ name: '../../etc/passwd' }), refusals.damaged],
    'a path from the root': ['案.docx', docx({ name: '/etc/passwd' }), refusals.damaged],
    'a zip behind something else': [
      '案.docx',
      Buffer.concat([zipOf(docxParts), Buffer.from('<script>')]),
      refusals.damaged,
    ],
    'a zip cut short': ['案.docx', zipOf(docxParts).subarray(0, 60), refusals.damaged],
    'a text that is none': ['メモ.txt', Buffer.from([0, 1, 2, 3]), refusals.notText],
    'a text in no encoding': ['メモ.csv', Buffer.from([0xff, 0xfe, 0xfd]), refusals.notText],
    nothing: ['メモ.txt', Buffer.alloc(0), refusals.empty],
    'too much': ['メモ.txt', Buffer.alloc(attachmentLimits.bytes + 1, 0x61), refusals.tooLarge],
  }

  it.each(Object.entries(corpus))('%s', async (_, [name, bytes, sentence]) => {
    const place = /\.(jpg|svg|exe)$/i.test(name) ? 'before' : 'document'
    await expect(stored(files.path, name, bytes, place)).rejects.toThrow(sentence)
    expect(filesIn(files.path)).toEqual([])
  })

  it('and says so beforehand where the name or the size is enough, never against what may be taken', () => {
    const foreseen = Object.values(corpus).map(([name, bytes, sentence]) => {
      const words = foreseenRefusal({ name, size: bytes.length }, 'attachment')
      return words === null ? null : [words, sentence]
    })
    const said = foreseen.filter((pair) => pair !== null)
    expect(said.map(([words]) => words)).toEqual(said.map(([, sentence]) => sentence))
    expect(new Set(said.map(([words]) => words)).size).toBe(6)
    for (const name of ['a.jpg', 'a.JPEG', 'a.png', 'a.webp', '案.PDF', '案.docx', 'メモ.txt', '表.csv']) {
      expect(foreseenRefusal({ name, size: attachmentLimits.bytes }, 'attachment')).toBeNull()
    }
    expect(foreseenRefusal({ name: 'a.jpg', size: 1 }, 'photo')).toBeNull()
    expect(foreseenRefusal({ name: '案.PDF', size: 1 }, 'photo')).toBe(refusals.photoAlone)
  })

  it('a photo of more pixels than memory has room for', async () => {
    const [width, height] = [9_000, 9_000]
    const png = await sharp(Buffer.alloc(width * height), { raw: { width, height, channels: 1 } })
      .png({ compressionLevel: 1 })
      .toBuffer()
    await expect(stored(files.path, 'a.png', png, 'before')).rejects.toThrow(refusals.hugePhoto)
    expect(filesIn(files.path)).toEqual([])
  })

  it('a photo as a document and a document as a photo', async () => {
    const photo = await photoOf('撮影者', { width: 4, height: 4 })
    await expect(stored(files.path, 'a.jpg', photo, 'document')).rejects.toThrow(refusals.notDocument)
    await expect(stored(files.path, 'a.txt', text, 'before')).rejects.toThrow(refusals.notPhoto)
    expect(filesIn(files.path)).toEqual([])
  })

  it('anything that begins like a document, without a fault of our own', async () => {
    const heads = ['PK\x03\x04', '%PDF-1.4', '\xff\xd8\xff', 'RIFF0000WEBP', '\x89PNG\r\n\x1a\n', '']
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...heads),
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom('docx', 'pdf', 'jpg', 'webp', 'png', 'csv'),
        async (head, tail, extension) => {
          const bytes = Buffer.concat([Buffer.from(head, 'latin1'), tail])
          const place = ['jpg', 'webp', 'png'].includes(extension) ? 'before' : 'document'
          const outcome = await stored(files.path, `a.${extension}`, bytes, place).catch(
            (error: Error) => error.name,
          )
          expect(typeof outcome === 'string' ? outcome : 'kept').toMatch(/^(RuleBroken|kept)$/)
        },
      ),
      { numRuns: 200 },
    )
    expect(filesIn(join(files.path, 'incoming'))).toEqual([])
  })
})

describe('the files of a report', () => {
  const draft = { ...emptyContent, title: '番号札' }
  /** The first days of 2020 and of 2021, in seconds. */
  const [longAgo, later] = [1_577_836_800, 1_609_459_200]
  const ages = { orphanedBefore: later * 1_000, abandonedBefore: later * 1_000 }

  it('keep their description until another is given, and a photo is never without one', async () => {
    await using world = await freshWorld()
    const { people } = await smallTown(world)
    const { practiceId } = await world.act(people.suzuki, (ctx) => draftPractice(ctx, emptyContent))
    const attachmentId = await attached(world, {
      ...{ files: files.path, by: people.suzuki, subject: { practiceId }, place: 'before' as const },
      ...{ fileName: '窓口.jpg', bytes: await photoOf('撮影者', { width: 9, height: 9 }) },
    })
    const say = (by: number, description: string) =>
      world.act(by, (ctx) => redescribeFile(ctx, { attachmentId, description }))
    await expect(say(people.suzuki, '')).rejects.toThrow(refusals.noDescription)
    await expect(say(people.sato, '窓口')).rejects.toThrow(NotFound)
    expect(await say(people.suzuki, '窓口の前に並ぶ人')).toEqual({ practiceId })
    const kept = await world.reader.selectFrom('attachments').select('description').execute()
    expect(kept).toEqual([{ description: '窓口の前に並ぶ人' }])
  })

  it('are at most five', async () => {
    await using world = await freshWorld()
    const { people } = await smallTown(world)
    const { practiceId } = await world.act(people.suzuki, (ctx) => draftPractice(ctx, draft))
    const more = () => attached(world, { files: files.path, by: people.suzuki, subject: { practiceId } })
    for (let n = 0; n < attachmentLimits.files; n += 1) await more()
    await expect(more()).rejects.toThrow('5つまで')
    const bytes = Buffer.byteLength('メモ')
    expect(await measureStored(world.reader)).toEqual({ photos: 0, documents: 5, bytes })
  })

  it('stay while a row refers to them, and go some days after the draft was discarded', async () => {
    await using world = await freshWorld()
    const { people } = await smallTown(world)
    const subject = await world.act(people.suzuki, (ctx) => draftPractice(ctx, draft))
    const bytes = await photoOf('撮影者', { width: 9, height: 9 })
    await attached(world, {
      ...{ files: files.path, by: people.suzuki, subject: { practiceId: subject.practiceId } },
      ...{ fileName: 'a.jpg', bytes, place: 'before' },
    })
    for (const file of filesIn(files.path)) utimesSync(join(files.path, file), longAgo, longAgo)
    expect(await removeOrphans(world.writer, folderStore(files.path), ages)).toBe(0)
    await insistOnFiles(world.reader, folderStore(files.path))

    await world.act(people.suzuki, (ctx) => discardPractice(ctx, subject))
    expect(
      await removeOrphans(world.writer, folderStore(files.path), {
        ...ages,
        orphanedBefore: longAgo * 1_000,
      }),
    ).toBe(0)
    expect(await removeOrphans(world.writer, folderStore(files.path), ages)).toBe(2)
    expect(filesIn(files.path)).toEqual([])
  })

  it('may lie in a bucket: the same rows, and the same orphans go', async () => {
    await using world = await freshWorld()
    const s3 = await fakeS3()
    const store = s3Store(s3.place, join(files.path, 'incoming'))
    const { people } = await smallTown(world)
    const subject = await world.act(people.suzuki, (ctx) => draftPractice(ctx, draft))
    await attached(world, { files: store, by: people.suzuki, subject: { practiceId: subject.practiceId } })
    await keepBytes(store, Buffer.from('どこにも付かないファイル'))
    await insistOnFiles(world.reader, store)
    expect(await removeOrphans(world.writer, store, ages)).toBe(0)
    s3.age('2020-01-01T00:00:00Z')
    expect(await removeOrphans(world.writer, store, ages)).toBe(1)
    await insistOnFiles(world.reader, store)
    await world.act(people.suzuki, (ctx) => discardPractice(ctx, subject))
    expect(await removeOrphans(world.writer, store, ages)).toBe(1)
    expect(s3.objects.size).toBe(0)
    await s3.stop()
  })

  it('are never spoken of by a row when they are gone', async () => {
    await using world = await freshWorld()
    const { people } = await smallTown(world)
    const { practiceId } = await world.act(people.suzuki, (ctx) => draftPractice(ctx, draft))
    const file = await stored(files.path, 'a.txt', text)
    utimesSync(pathOf(files.path, file.sha256), longAgo, longAgo)
    await removeOrphans(world.writer, folderStore(files.path), ages)
    expect(existsSync(pathOf(files.path, file.sha256))).toBe(false)
    const late = world.act(people.suzuki, (ctx) =>
      attach(ctx, {
        ...{ files: folderStore(files.path), subject: { practiceId }, stored: file },
        ...{ place: 'document', description: '' },
      }),
    )
    await expect(late).rejects.toThrow('もう一度付けてください')
    await insistOnFiles(world.reader, folderStore(files.path))
  })
})
