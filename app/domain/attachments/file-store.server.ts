/*
 * Files are named by their content, the SHA-256 in hexadecimal, and never change: a store only gains and loses them. No
 * name that a person chose ever becomes an address. A file is whole, and safe from a power cut, before a row speaks of it.
 */

/** What lies under a name. */
export interface StoredContent {
  readonly bytes: number
  /** Opened when somebody begins to read it. */
  read(): AsyncIterable<Uint8Array>
}

/** Where files lie: a folder of this machine, or a server that several machines share. */
export interface FileStore {
  readonly kind: 'folder' | 's3'
  /** A folder of this machine for what comes in, until it is known what it is. */
  readonly incoming: string
  /** Gives a received file its lasting name and takes it from where it was. One that is there already is young again. */
  keep(path: string, sha256: string): Promise<void>
  has(sha256: string): Promise<boolean>
  /** Null where there is nothing under that name. */
  find(sha256: string): Promise<StoredContent | null>
  /** Every file, with the machine's instant of when it was kept last, in milliseconds. */
  list(): AsyncIterable<{ readonly sha256: string; readonly keptAt: number }>
  remove(sha256: string): Promise<void>
  /** Whether it can be asked at this moment. */
  answers(): Promise<boolean>
}

/** Thrown by a store that does not do what it is asked, so that nothing can be taken or handed out. */
export class StoreSilent extends Error {
  override name = 'StoreSilent'
}

/** The address of a file within any store. Throws for what is no SHA-256 in hexadecimal. */
export function addressOf(sha256: string): string {
  if (!isName(sha256)) throw new Error('not the name of a file')
  return `${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`
}

export function isName(text: string): boolean {
  return /^[\da-f]{64}$/.test(text)
}
