import { createRequire } from 'node:module'

/*
 * What stands for @node-rs/argon2 in the tests of units: a thousandth of the work under the label of the whole, so that
 * whatever is asked around a password (right, wrong, too often, to be hashed anew) is answered as it is elsewhere. The
 * hashing itself is tested at its real cost, and so is all that is built.
 */

const argon2 = createRequire(import.meta.url)('@node-rs/argon2') as typeof import('@node-rs/argon2')

const cheap = { memoryCost: 8, timeCost: 1, parallelism: 1 }
const inWords = ({ memoryCost, timeCost, parallelism }: typeof cheap) =>
  `m=${memoryCost},t=${timeCost},p=${parallelism}`

/** Where `isFull`, this is @node-rs/argon2 and nothing else. */
export const cost = { isFull: false }

/** @public by the name of the package */
export async function hash(password: string | Buffer, options: typeof cheap): Promise<string> {
  if (cost.isFull) return argon2.hash(password, options)
  const made = await argon2.hash(password, { ...options, ...cheap })
  return made.replace(inWords(cheap), inWords(options))
}

/** @public by the name of the package */
export async function verify(hashed: string, password: string): Promise<boolean> {
  return argon2.verify(cost.isFull ? hashed : hashed.replace(/m=\d+,t=\d+,p=\d+/, inWords(cheap)), password)
}
