import { describe, expect, test } from 'vitest'
import { type Environment, parseConfig } from '#app/server/config'

test('without any environment it is the sample town on loopback, in ./data', () => {
  expect(parseConfig({})).toMatchObject({
    port: 3000,
    host: '127.0.0.1',
    databaseUrl: `sqlite:${process.cwd()}/data/kaizen.db`,
    backupDir: `${process.cwd()}/data/backups`,
    filesDir: `${process.cwd()}/data/files`,
    publicOrigin: undefined,
    cookie: { name: 'sid', secure: false },
    hsts: false,
    trustedProxies: [],
    sample: undefined,
    clock: undefined,
    countsStatements: false,
  })
})

test('an https address gives the cookie that no sibling host can set', () => {
  const config = parseConfig({ PUBLIC_ORIGIN: 'https://kaizen.example.lg.jp', HSTS: '1' })
  expect(config.cookie).toEqual({ name: '__Host-sid', secure: true })
  expect(config.hsts).toBe(true)
})

test('HSTS is never promised for an http address', () => {
  expect(parseConfig({ PUBLIC_ORIGIN: 'http://localhost:3000', HSTS: '1' }).hsts).toBe(false)
})

describe('the sample town', () => {
  test.each<[Environment, boolean | undefined]>([
    [{ DATABASE_URL: 'postgres://db/kaizen' }, false],
    [{ PUBLIC_ORIGIN: 'https://kaizen.example.lg.jp' }, false],
    [{ DATABASE_URL: 'postgres://db/kaizen', SAMPLE: '1' }, true],
    [{ SAMPLE: '0' }, false],
  ])('with %o is %s', (env, expected) => {
    expect(parseConfig(env).sample).toBe(expected)
  })
})

test('paths are absolute, wherever the process goes later', () => {
  const config = parseConfig({ DATA_DIR: 'town', DATABASE_URL: 'sqlite:town.db' })
  expect(config.dataDir).toBe(`${process.cwd()}/town`)
  expect(config.databaseUrl).toBe(`sqlite:${process.cwd()}/town.db`)
})

test.each([
  ['unix:/run/clamav/clamd.ctl', { path: '/run/clamav/clamd.ctl' }],
  ['clamd.example.lg.jp:3310', { host: 'clamd.example.lg.jp', port: 3310 }],
  ['[::1]:3310', { host: '::1', port: 3310 }],
])('clamd may be at %s, and is nowhere unless it is said', (text, clamd) => {
  expect(parseConfig({ CLAMD_ADDRESS: text }).clamd).toEqual(clamd)
  expect(parseConfig({}).clamd).toBeUndefined()
})

describe('a value that cannot be meant stops the start', () => {
  test.each<[string, Environment]>([
    ['PORT', { PORT: 'http' }],
    ['PORT', { PORT: '70000' }],
    ['DATABASE_URL', { DATABASE_URL: 'town.db' }],
    ['DATABASE_READER_URL', { DATABASE_READER_URL: 'mysql://replica' }],
    ['PUBLIC_ORIGIN', { PUBLIC_ORIGIN: 'kaizen.example.lg.jp' }],
    ['PUBLIC_ORIGIN', { PUBLIC_ORIGIN: 'https://kaizen.example.lg.jp/app' }],
    ['PUBLIC_ORIGIN', { PUBLIC_ORIGIN: 'ftp://kaizen.example.lg.jp' }],
    ['ALLOW_HTTP', { PUBLIC_ORIGIN: 'http://kaizen.example.lg.jp' }],
    ['TRUSTED_PROXIES', { TRUSTED_PROXIES: '10.0.0.1, proxy' }],
    ['TRUSTED_PROXIES', { TRUSTED_PROXIES: '10.0.0.0/33' }],
    ['CLAMD_ADDRESS', { CLAMD_ADDRESS: 'clamd' }],
    ['CLAMD_ADDRESS', { CLAMD_ADDRESS: 'clamd:0' }],
    ['CLAMD_ADDRESS', { CLAMD_ADDRESS: 'unix:run/clamd.ctl' }],
    ['UPLOAD_MB_PER_DAY', { UPLOAD_MB_PER_DAY: '1' }],
    ['UPLOAD_MB_PER_DAY', { UPLOAD_MB_PER_DAY: 'many' }],
    ['CLOCK', { CLOCK: '2026-07-01' }],
    ['CLOCK', { CLOCK: '2026-13-01T00:00:00Z' }],
    ['SAMPLE', { SAMPLE: 'yes' }],
  ])('%s: %o', (name, env) => {
    expect(() => parseConfig(env)).toThrow(name)
  })
})

test('a proxy may be an address or a network', () => {
  expect(parseConfig({ TRUSTED_PROXIES: '10.0.0.0/8, 2001:db8::1' }).trustedProxies).toEqual([
    '10.0.0.0/8',
    '2001:db8::1',
  ])
})
