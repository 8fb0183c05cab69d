import type { FileStore } from '#app/domain/attachments/file-store.server'
import type { Scanner } from '#app/domain/attachments/scanning.server'
import type { Db } from '#app/domain/context'
import type { World } from '#app/domain/transact.server'
import type { Provider } from './provider.server'

/** What the server hands to the web room once, at start. */
export interface Rooms extends World {
  readonly reader: Db
  /** https everywhere but on loopback and declared plain-http sites; decides the cookie's name and flags. */
  readonly secureCookies: boolean
  /** The sample town: the sign-in page lists one person for each role. */
  readonly sample: boolean
  /** Its clock shows another day than the machine's, and every page says so. */
  readonly isClockMoved?: boolean
  /** How often one person may search in a minute, and how often send something off. Undefined: as often as they like. */
  readonly perMinute?: number
  /** Writes down what failed without failing the answer. */
  readonly report?: (failure: { requestId: string; error: unknown }) => void
  /** Where photos and documents lie. */
  readonly files?: FileStore
  /** Looks for viruses in what is uploaded. Undefined: nobody does. */
  readonly scanner?: Scanner
  /** How much one person may upload in a day. Undefined: as much as they like. */
  readonly megabytesPerDay?: number
  /** Whom to ask, with the extension number: at the foot of every page. */
  readonly contact: string
  /** For single sign-on. Undefined: everybody signs in with a password. */
  readonly provider?: Provider
}

let rooms: Rooms | undefined

export function useConnections(opened: Rooms): void {
  rooms = opened
}

export function site(): Pick<
  Rooms,
  | 'secureCookies'
  | 'sample'
  | 'isClockMoved'
  | 'perMinute'
  | 'scanner'
  | 'megabytesPerDay'
  | 'contact'
  | 'provider'
> {
  return opened()
}

/** For checking the event log: it can be verified by whoever holds this, and written by nobody who only does. */
export function seal(): World['seal'] {
  return opened().seal
}

/** Where photos and documents lie. */
export function fileStore(): FileStore {
  const { files } = opened()
  if (files === undefined) throw new Error('no place for files has been named')
  return files
}

/** For questions. Refuses every write. */
export function reader(): Db {
  return opened().reader
}

/** For the log: what failed without failing the answer. */
export function report(failure: { requestId: string; error: unknown }): void {
  opened().report?.(failure)
}

export function now(): Date {
  return opened().now()
}

/** The writing connection; tests/architecture.test.ts lets only perform and auth take it. */
export function writingWorld(): World {
  return opened()
}

function opened(): Rooms {
  if (!rooms) throw new Error('useConnections() has not been called')
  return rooms
}
