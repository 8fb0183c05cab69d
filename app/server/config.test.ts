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

const bucket = {
  ...{ S3_ENDPOINT: 'https://s3.example.lg.jp', S3_BUCKET: 'kaizen' },
  ...{ S3_ACCESS_KEY_ID: 'AKID', S3_SECRET_ACCESS_KEY: 'secret' },
}

test('photos lie in a folder, or in a bucket with everything that belongs to it', () => {
  expect(parseConfig({}).s3).toBeUndefined()
  expect(parseConfig(bucket).s3).toEqual({
    ...{ endpoint: new URL('https://s3.example.lg.jp'), bucket: 'kaizen', region: 'us-east-1' },
    ...{ accessKeyId: 'AKID', secretAccessKey: 'secret' },
  })
  const plain = { ...bucket, S3_ENDPOINT: 'http://s3.example.lg.jp:9000', ALLOW_HTTP: '1' }
  expect(parseConfig(plain).s3?.endpoint.port).toBe('9000')
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
    ['S3_BUCKET', { S3_BUCKET: 'kaizen' }],
    ['S3_BUCKET', { ...bucket, S3_BUCKET: 'kaizen/files' }],
    ['S3_ENDPOINT', { ...bucket, S3_ENDPOINT: 's3.example.lg.jp' }],
    ['S3_ENDPOINT', { ...bucket, S3_ENDPOINT: 'http://s3.example.lg.jp' }],
    ['S3_ACCESS_KEY_ID', { ...bucket, S3_ACCESS_KEY_ID: '' }],
    ['S3_SECRET_ACCESS_KEY', { ...bucket, S3_SECRET_ACCESS_KEY: '' }],
    ['S3_SECRET_ACCESS_KEY_FILE', { ...bucket, S3_SECRET_ACCESS_KEY_FILE: '/run/secrets/s3' }],
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
