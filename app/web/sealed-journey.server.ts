import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import type { Seal } from '#app/domain/events/log.server'
import type { Journey } from './provider.server'

/** A journey to the identity provider, with the page that the person wanted. */
export interface Underway extends Journey {
  readonly place: string
  /** Milliseconds of the world's clock. */
  readonly until: number
}

/** How long somebody may take to sign in there. */
export const journeyMs = 10 * 60_000

const ivBytes = 12
const tagBytes = 16

/** For a cookie: the browser keeps it, and can neither read nor change it. */
export function sealJourney(underway: Underway, seal: Seal): string {
  const iv = randomBytes(ivBytes)
  const cipher = createCipheriv('aes-256-gcm', keyOf(seal), iv)
  const sealed = Buffer.concat([cipher.update(JSON.stringify(underway), 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url')
}

/** Null for what we have not sealed, and for a journey that took too long. */
export function openJourney(text: string, seal: Seal, now: Date): Underway | null {
  const bytes = Buffer.from(text, 'base64url')
  if (bytes.length <= ivBytes + tagBytes) return null
  const decipher = createDecipheriv('aes-256-gcm', keyOf(seal), bytes.subarray(0, ivBytes))
  decipher.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes))
  try {
    const opened = Buffer.concat([decipher.update(bytes.subarray(ivBytes + tagBytes)), decipher.final()])
    const underway = JSON.parse(opened.toString('utf8')) as Underway
    return underway.until > now.getTime() ? underway : null
  } catch {
    return null
  }
}

/** From the key of the log, which every process of a town has and no database holds. */
function keyOf(seal: Seal): Buffer {
  return createHash('sha256').update(seal('a journey to the identity provider')).digest()
}
