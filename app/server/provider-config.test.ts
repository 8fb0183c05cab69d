import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Environment, parseConfig } from '#app/server/config'

const proper = {
  PUBLIC_ORIGIN: 'https://kaizen.example.lg.jp',
  OIDC_ISSUER: 'https://login.example.lg.jp/realms/town',
  OIDC_CLIENT_ID: 'kaizen',
  OIDC_CLIENT_SECRET: 'secret',
}

test('there is no single sign-on where nobody named a provider', () => {
  expect(parseConfig({ PUBLIC_ORIGIN: proper.PUBLIC_ORIGIN }).provider).toBeUndefined()
})

test('the claims are those of the standard until others are named', () => {
  expect(parseConfig(proper).provider).toMatchObject({
    ...{ clientId: 'kaizen', clientSecret: 'secret', label: '庁内アカウント' },
    ...{ subjectClaim: 'sub', numberClaim: undefined, patience: 5 },
  })
  const named = { OIDC_SUBJECT_CLAIM: 'oid', OIDC_NUMBER_CLAIM: 'employeeid', OIDC_LABEL: '職員ID' }
  expect(parseConfig({ ...proper, ...named }).provider).toMatchObject({
    ...{ subjectClaim: 'oid', numberClaim: 'employeeid', label: '職員ID' },
  })
})

test('the secret may lie in a file that only the server reads', () => {
  const folder = mkdtempSync(join(tmpdir(), 'secret-'))
  const file = join(folder, 'oidc')
  const { OIDC_CLIENT_SECRET: _, ...others } = proper
  const parse = () => parseConfig({ ...others, OIDC_CLIENT_SECRET_FILE: file }).provider?.clientSecret
  expect(parse).toThrow('を読めません')
  writeFileSync(file, '\n')
  expect(parse).toThrow('空です')
  writeFileSync(file, 'from the file\n')
  expect(parse()).toBe('from the file')
  expect(() => parseConfig({ ...proper, OIDC_CLIENT_SECRET_FILE: file })).toThrow('どちらか一方')
  rmSync(folder, { recursive: true })
})

test.each<[says: string, env: Environment]>([
  ['PUBLIC_ORIGIN', { PUBLIC_ORIGIN: undefined }],
  ['OIDC_CLIENT_ID', { OIDC_CLIENT_ID: '' }],
  ['OIDC_CLIENT_SECRET', { OIDC_CLIENT_SECRET: '' }],
  ['OIDC_ISSUER がありません', { OIDC_ISSUER: '' }],
  ['発行者', { OIDC_ISSUER: 'login.example.lg.jp' }],
  ['発行者', { OIDC_ISSUER: 'http://login.example.lg.jp/realms/town' }],
  ['発行者', { OIDC_ISSUER: 'https://user@login.example.lg.jp' }],
  ['発行者', { OIDC_ISSUER: `${proper.OIDC_ISSUER}/.well-known/openid-configuration` }],
  ['テナントID', { OIDC_ISSUER: 'https://login.microsoftonline.com/common/v2.0' }],
  ['テナントID', { OIDC_ISSUER: 'https://login.microsoftonline.com/organizations/v2.0' }],
  ['OIDC_SUBJECT_CLAIM', { OIDC_SUBJECT_CLAIM: 'the subject' }],
  ['OIDC_NUMBER_CLAIM', { OIDC_NUMBER_CLAIM: '職員番号' }],
])('the start is refused with a sentence about %s: %o', (says, env) => {
  expect(() => parseConfig({ ...proper, ...env })).toThrow(says)
})
