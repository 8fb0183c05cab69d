import { createHash, randomBytes } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { FileStore, StoredContent } from './file-store.server'

/** A file that was sent and is looked at before it is kept. */
export interface Received {
  readonly path: string
  readonly fileName: string
  readonly sha256: string
  readonly bytes: number
  /** It was longer than the sender may send, and is not all there. */
  readonly isTruncated: boolean
}

/** Writes what comes in to a file without a name yet. Leaves nothing behind when the sender breaks off. */
export async function receiveFile(
  { incoming }: Pick<FileStore, 'incoming'>,
  fileName: string,
  source: Readable & { readonly truncated?: boolean },
): Promise<Received> {
  await mkdir(incoming, { recursive: true, mode: 0o700 })
  const path = join(incoming, randomBytes(16).toString('hex'))
  const measured = measuring()
  try {
    await pipeline(source, measured, createWriteStream(path, { flags: 'wx', mode: 0o600 }))
  } catch (error) {
    await discardFile(path)
    throw error
  }
  return { path, fileName, ...measured.result(), isTruncated: source.truncated === true }
}

/** The same for what is there as a whole. */
export function receiveBytes(
  files: Pick<FileStore, 'incoming'>,
  fileName: string,
  bytes: Uint8Array,
): Promise<Received> {
  return receiveFile(files, fileName, Readable.from([bytes]))
}

/** Keeps what was made here. Returns its name. */
export async function keepBytes(files: FileStore, bytes: Uint8Array): Promise<string> {
  const { path, sha256 } = await receiveBytes(files, '', bytes)
  try {
    await files.keep(path, sha256)
  } finally {
    await discardFile(path)
  }
  return sha256
}

export async function discardFile(path: string): Promise<void> {
  await rm(path, { force: true })
}

export async function hashOf(content: StoredContent): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of content.read()) hash.update(piece)
  return hash.digest('hex')
}

function measuring() {
  const hash = createHash('sha256')
  let bytes = 0
  const through = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      bytes += chunk.length
      done(null, chunk)
    },
  })
  return Object.assign(through, { result: () => ({ sha256: hash.digest('hex'), bytes }) })
}
