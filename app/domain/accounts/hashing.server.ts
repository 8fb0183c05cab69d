import { randomBytes, randomInt } from 'node:crypto'
import { hash, type Options, verify } from '@node-rs/argon2'
import { Overloaded } from '../errors'

/** argon2id (the package's default), the strongest that stays below 100 ms: 64 MiB, three passes, one lane; four at once at most (libuv). */
const cost = { memoryCost: 65_536, timeCost: 3, parallelism: 1 } as const satisfies Options
const longestQueue = 32

let waiting = 0

/** Throws Overloaded rather than let a flood of sign-ins take all memory and time. */
export async function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password, cost))
}

/** Whether the password is right. Without a hash it takes just as long and is wrong: nobody can tell who has an account. */
export async function isPassword(password: string, passwordHash: string | null): Promise<boolean> {
  const isRight = await inTurn(async () => verify(passwordHash ?? (await decoy()), password))
  return isRight && passwordHash !== null
}

/** The hash was made with other parameters than today's. */
export function isOutdated(passwordHash: string): boolean {
  return !passwordHash.startsWith(
    `$argon2id$v=19$m=${cost.memoryCost},t=${cost.timeCost},p=${cost.parallelism}$`,
  )
}

// Without letters and digits that are taken for one another on paper: 0 O o, 1 I l.
const alphabet = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789'

/** An initial password: 16 characters, 93 bits. */
export function randomPassword(): string {
  return Array.from({ length: 16 }, () => alphabet[randomInt(alphabet.length)]).join('')
}

let decoyHash: Promise<string> | undefined

function decoy(): Promise<string> {
  decoyHash ??= hash(randomBytes(32), cost)
  return decoyHash
}

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (waiting >= longestQueue)
    throw new Overloaded('いま混み合っています。少し待ってから、もう一度お試しください。')
  waiting += 1
  try {
    return await work()
  } finally {
    waiting -= 1
  }
}
