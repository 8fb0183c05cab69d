import { fileURLToPath } from 'node:url'
import { configDefaults, defineConfig, type TestProjectConfiguration } from 'vitest/config'
import { memoryFolder } from './tests/support/memory-folder'
import { findPostgres } from './tests/support/postgres-server'

const at = (folder: string) => fileURLToPath(new URL(folder, import.meta.url))

/** The product as a whole, which takes its time: a stage of its own, on SQLite. */
const ofTheWhole = [
  'app/commands/*.server.test.ts',
  'db/seed/{whole,growing}-town.server.test.ts',
  'tests/{access,blind,lifecycle,statements}.server.test.ts',
]
const apart = [...configDefaults.exclude, 'tests/{e2e,security}/**']

/** `*.server.test.*` runs once per database, but for what is about one of them or about none. */
const onDatabase = '{app,db,tests}/**/*.server.test.{ts,tsx}'
const onSqliteOnly = [
  'app/commands/*.server.test.ts',
  'db/seed/{whole,growing}-town.server.test.ts',
  'tests/{access,blind,statements}.server.test.ts',
  'app/domain/**/{hashing,csv,forms,*-forms}.server.test.ts',
  'app/server/*.server.test.ts',
  'db/{sqlite,migrate,backup}.server.test.ts',
]
const onPostgresOnly = 'db/postgres.server.test.ts'

/** 100 ms of work for each password, which are the subject of one file. */
const hashingCheaply = { alias: { '@node-rs/argon2': at('./tests/support/cheap-argon2.ts') } }

/** What tests write and throw away, with no disk to wait for. */
const temporary = memoryFolder()
const inMemory: Record<string, string> = temporary ? { TMPDIR: temporary } : {}

const onSqlite: TestProjectConfiguration = {
  extends: true,
  resolve: hashingCheaply,
  test: {
    name: 'sqlite', // with all that needs no database: one project less that imports the product
    include: ['{app,db,tests,bin}/**/*.test.{ts,tsx,js}'],
    exclude: [...apart, ...ofTheWhole, onPostgresOnly],
    env: { ...inMemory, TEST_DATABASE: 'sqlite' },
  },
}

const onPostgres: TestProjectConfiguration = {
  extends: true,
  resolve: hashingCheaply,
  test: {
    name: 'postgres',
    include: [onDatabase],
    exclude: [...apart, ...onSqliteOnly],
    env: { ...inMemory, TEST_DATABASE: 'postgres' },
    globalSetup: 'tests/support/postgres-setup.ts',
  },
}

const whole: TestProjectConfiguration = {
  extends: true,
  test: { name: 'whole', include: ofTheWhole, env: { TEST_DATABASE: 'sqlite' } },
}

/** Against the server as it is built, in a stage of its own. */
const onBuild: TestProjectConfiguration = {
  extends: true,
  test: { name: 'security', include: ['tests/security/*.test.ts'] },
}

const hasPostgres = findPostgres() !== undefined
if (!hasPostgres) {
  const sentence =
    'NO POSTGRESQL FOUND: the database tests run on SQLite only. Install PostgreSQL 15 or newer.'
  if (process.env.CI) throw new Error(sentence)
  console.error(`\n*** ${sentence} ***\n`)
}

export default defineConfig({
  resolve: { alias: { '#app': at('./app'), '#db': at('./db'), '#tests': at('./tests') } },
  esbuild: { jsx: 'automatic' },
  test: {
    environment: 'node',
    // A worker imports the product once for all its files; on one core less of two it would wait for itself.
    isolate: false,
    maxWorkers: 2,
    // To translate the product costs as much as to import it: once for all projects, and for the next run.
    experimental: { fsModuleCache: true, fsModuleCachePath: '.cache/modules' },
    // Against a test that never ends, not against a slow machine.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [onSqlite, ...(hasPostgres ? [onPostgres] : []), whole, onBuild],
  },
})
