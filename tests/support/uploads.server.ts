import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach } from 'vitest'
import { attachFile } from '#app/domain/attached.server'
import type { Place, Subject } from '#app/domain/attachments/attachment'
import type { FileStore } from '#app/domain/attachments/file-store.server'
import { receiveBytes } from '#app/domain/attachments/files.server'
import { folderStore } from '#app/domain/attachments/folder-store.server'
import { storeFile } from '#app/domain/attachments/storing.server'
import type { TestWorld } from '#tests/support/world.server'

/** A folder for files of its own for each test of a file. */
export function filesForEachTest(): { readonly path: string } {
  const folder = { path: '' }
  beforeEach(() => void (folder.path = mkdtempSync(join(tmpdir(), 'files-'))))
  afterEach(() => rmSync(folder.path, { recursive: true }))
  return folder
}

/** As a browser sends it and the product stores it. */
export async function stored(folder: string, fileName: string, bytes: Uint8Array, place: Place = 'document') {
  return storedIn(folderStore(folder), fileName, bytes, place)
}

async function storedIn(files: FileStore, fileName: string, bytes: Uint8Array, place: Place) {
  return storeFile(files, place, await receiveBytes(files, fileName, bytes))
}

interface Uploading {
  /** A folder, or another place. */
  readonly files: string | FileStore
  readonly by: number
  readonly subject: Subject
  readonly fileName?: string
  readonly bytes?: Uint8Array
  readonly place?: Place
}

/** Uploads and attaches, by default a note. Returns its key. */
export async function attached(world: TestWorld, uploading: Uploading): Promise<number> {
  const {
    by,
    subject,
    fileName = '覚え書き.txt',
    bytes = Buffer.from('メモ'),
    place = 'document',
  } = uploading
  const files = typeof uploading.files === 'string' ? folderStore(uploading.files) : uploading.files
  const file = await storedIn(files, fileName, bytes, place)
  const description = place === 'document' ? '' : '窓口に並ぶ人'
  const { attachmentId } = await world.act(by, (ctx) =>
    attachFile(ctx, { files, subject, stored: file, place, description }),
  )
  return attachmentId
}

/** Everything that lies in a folder for files. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    statSync(join(folder, path)).isFile(),
  )
}

/** A photo of a telephone: large, lying on its side, with the name of its owner and the place in it. */
export async function photoOf(owner = '撮影者', size = { width: 2_000, height: 1_000 }): Promise<Buffer> {
  return sharp({ create: { ...size, channels: 3, background: '#336699' } })
    .withExif({ IFD0: { Artist: owner }, IFD3: { GPSLatitude: '35/1 30/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
}
