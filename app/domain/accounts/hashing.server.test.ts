import { afterEach, beforeEach, expect, it } from 'vitest'
import { cost } from '#tests/support/cheap-argon2'
import { Overloaded } from '../errors'
import { hashPassword, isOutdated, isPassword, randomPassword } from './hashing.server'

beforeEach(() => void (cost.isFull = true))
afterEach(() => void (cost.isFull = false))

it('knows the password of a hash, and no password of an account that does not exist', async () => {
  const hash = await hashPassword('asagao takoyaki')
  expect(hash).not.toContain('asagao')
  expect(await isPassword('asagao takoyaki', hash)).toBe(true)
  expect(await isPassword('asagao takoyaki ', hash)).toBe(false)
  expect(await isPassword('asagao takoyaki', null)).toBe(false)
})

it('replaces hashes that were cheaper to make', async () => {
  expect(isOutdated(await hashPassword('asagao takoyaki'))).toBe(false)
  expect(isOutdated('$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA')).toBe(true)
})

it('turns the 33rd of a crowd away at once, and takes others again afterwards', async () => {
  cost.isFull = false // a crowd is counted, whatever each of them costs
  const crowd = Array.from({ length: 33 }, (_, place) => isPassword(`guess ${place}`, null))
  const answers = await Promise.allSettled(crowd)
  expect(answers.filter(({ status }) => status === 'rejected')).toHaveLength(1)
  expect(answers[32]).toMatchObject({ status: 'rejected', reason: expect.any(Overloaded) })
  expect(await isPassword('guess', null)).toBe(false)
})

it('makes initial passwords of 16 characters that cannot be misread', () => {
  const passwords = Array.from({ length: 200 }, randomPassword)
  expect(new Set(passwords).size).toBe(200)
  for (const password of passwords) expect(password).toMatch(/^[a-zA-Z2-9]{16}$/)
  expect(passwords.join('')).not.toMatch(/[0OoIl1]/)
})
