import { createHash, randomBytes } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/*
 * Files are named by their content and lie two folders deep, outside of anything that is served as it lies. No name
 * that a person chose ever becomes a path. A file is whole, and safe from a power cut, before a row speaks of it.
 */

/** A file that was sent and is looked at before it is kept. */
export interface Received {
  readonly path: string
  readonly fileName: string
  readonly sha256: string
  readonly bytes: number
  /** It was longer than the sender may send, and is not all there. */
  readonly isTruncated: boolean
}

export const incomingFolder = 'incoming'

/** Writes what comes in to a file without a name yet. Leaves nothing behind when the sender breaks off. */
export async function receiveFile(
  files: string,
  fileName: string,
  source: Readable & { readonly truncated?: boolean },
): Promise<Received> {
  const path = await newPath(files)
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
export function receiveBytes(files: string, fileName: string, bytes: Uint8Array): Promise<Received> {
  return receiveFile(files, fileName, Readable.from([bytes]))
}

/** Gives a received file its lasting name. The one that is there already is replaced by its equal, and so young again. */
export async function keepFile(files: string, path: string, sha256: string): Promise<void> {
  const kept = pathOf(files, sha256)
  await mkdir(dirname(kept), { recursive: true, mode: 0o700 })
  await syncToDisk(path)
  await rename(path, kept)
  for (const folder of [dirname(kept), dirname(dirname(kept)), files]) await syncToDisk(folder)
}

/** The same for what was made here. Returns its name. */
export async function keepBytes(files: string, bytes: Uint8Array): Promise<string> {
  const { path, sha256 } = await receiveBytes(files, '', bytes)
  await keepFile(files, path, sha256)
  return sha256
}

export async function discardFile(path: string): Promise<void> {
  await rm(path, { force: true })
}

/** Where a file of this content lies. Throws for what is no SHA-256 in hexadecimal. */
export function pathOf(files: string, sha256: string): string {
  if (!/^[\da-f]{64}$/.test(sha256)) throw new Error('not the name of a file')
  return join(files, sha256.slice(0, 2), sha256.slice(2, 4), sha256)
}

export async function hashOfFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}

async function newPath(files: string): Promise<string> {
  const incoming = join(files, incomingFolder)
  await mkdir(incoming, { recursive: true, mode: 0o700 })
  return join(incoming, randomBytes(16).toString('hex'))
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

async function syncToDisk(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
