import { readdirSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import type TypeScript from 'typescript'
import { expect, it } from 'vitest'

// Imported, its nine megabytes would first be read through for names.
const ts = createRequire(import.meta.url)('typescript') as typeof TypeScript

/** The house rules of the imports, in our own words; see the README's map. */

const root = path.resolve(import.meta.dirname, '..')
const domainOrder = [
  'events',
  'organisation',
  'accounts',
  'attachments',
  'campaigns',
  'projects',
  'evaluation',
  'committees',
  'proposals',
  'practices',
  'memos',
  'improvements',
  'indicators',
  'notifications',
  'search',
  'reorganisation',
  'transfer',
]
/** Files of the domain that put the rooms together and so may look forward. */
const composition = ['app/domain/reactions.server.ts', 'app/domain/transact.server.ts']

const sources = filesIn('app')
  .concat(filesIn('db'))
  .filter((file) => !/\.test\.tsx?$/.test(file))
const imports = sources.flatMap((file) => importsOf(file).map((target) => ({ file, target })))

it('lets each room import only what lies in the direction of the data', () => {
  const allowed: Record<string, RegExp> = {
    routes: /^app\/(routes|web|ui|domain)\/|^db\/seed\/cast/,
    web: /^app\/(web|domain|ui\/form\/form-state)|^app\/ui\/words|^db\/schema/,
    ui: /^app\/(ui|domain)\//,
    domain: /^app\/domain\/|^db\/schema/,
    server: /^app\/(server|web|commands|jobs|domain)\/|^db\/|^virtual:/,
    commands: /^app\/(commands|domain|server)\/|^db\//,
    jobs: /^app\/(jobs|domain|web)\/|^db\//,
    db: /^db\//,
  }
  expect(
    broken(({ file, target }) => {
      if (file.startsWith('db/seed/')) return !/^(db|app\/domain)\//.test(target)
      const rule = allowed[roomOf(file)]
      return rule !== undefined && /^(app|db)\//.test(target) && !rule.test(target)
    }),
  ).toEqual([])
})

it('lets screens use only the pure files of the domain', () => {
  expect(broken(({ file, target }) => file.startsWith('app/ui/') && target.includes('.server'))).toEqual([])
})

it('lets a folder of the domain import only folders before it', () => {
  expect(
    broken(({ file, target }) => {
      if (composition.includes(file)) return false
      const from = domainOrder.indexOf(folderOf(file))
      const to = domainOrder.indexOf(folderOf(target))
      return from >= 0 && to > from
    }),
  ).toEqual([])
})

it('keeps the writing connection with perform, auth and the rooms that are handed it', () => {
  const users = sources.filter((file) => readFileSync(path.join(root, file), 'utf8').includes('writingWorld'))
  expect(users.sort()).toEqual([
    'app/web/auth.server.ts',
    'app/web/connections.server.ts',
    'app/web/interrupted-form.server.ts',
    'app/web/password-sign-in.server.ts',
    'app/web/perform.server.ts',
    'app/web/single-sign-on.server.ts',
  ])
})

it('keeps the database out of files that a browser gets', () => {
  expect(
    broken(
      ({ file, target }) =>
        !file.includes('.server') &&
        /^app\/(ui|domain)\//.test(file) &&
        /^(kysely|better-sqlite3|pg|zod|node:.*)$/.test(target) &&
        !/validity|context/.test(file),
    ),
  ).toEqual([])
})

it('has one writer for every table: only its own room changes it', () => {
  const owners = tableOwners()
  const strangers = sources
    .filter((file) => file.startsWith('app/domain/'))
    .flatMap((file) =>
      [
        ...readFileSync(path.join(root, file), 'utf8').matchAll(
          /(?:insertInto|updateTable|deleteFrom)\(\s*'(\w+)/g,
        ),
      ].map(([, table = '']) => ({ file, table })),
    )
    .filter(({ file, table }) => !composition.includes(file) && owners[table] !== folderOf(file))
  expect(strangers).toEqual([])
})

it('asks for the time nowhere in the domain', () => {
  const clocks = sources.filter(
    (file) =>
      file.startsWith('app/domain/') &&
      /new Date\(\)|Date\.now|performance\.now/.test(readFileSync(path.join(root, file), 'utf8')),
  )
  expect(clocks).toEqual([])
})

it('asks for the bureau of a day in one place: the one that a section began under is not always its own', () => {
  const rooms = ['bureau-of-day', 'heirs', 'departments'].map(
    (name) => `app/domain/organisation/${name}.server.ts`,
  )
  const readers = filesIn('app/domain').filter(
    (file) =>
      !file.endsWith('.test.ts') &&
      !rooms.includes(file) &&
      /departments\.parentId|"departments"\."parentId"/.test(readFileSync(path.join(root, file), 'utf8')),
  )
  expect(readers).toEqual([])
})

it('compares stages in the lifecycles alone', () => {
  const comparers = sources.filter(
    (file) =>
      file.startsWith('app/routes/') && /\bstage\s*[!=]==/.test(readFileSync(path.join(root, file), 'utf8')),
  )
  expect(comparers).toEqual([])
})

it('ends no line of JSX with a wide space, which JSX would take away with the line', () => {
  const glued = sources.filter(
    (file) => file.endsWith('.tsx') && /\u3000$/m.test(readFileSync(path.join(root, file), 'utf8')),
  )
  expect(glued).toEqual([])
})

/** The groups of db/schema.ts are the rooms: `// proposals` and the tables below it. */
function tableOwners(): Record<string, string> {
  const schema = readFileSync(path.join(root, 'db/schema.ts'), 'utf8').split('type Id =')[0] ?? ''
  let owner = ''
  const owners: Record<string, string> = { improvementIndex: 'search' }
  for (const line of schema.split('\n')) {
    owner = /^ {2}\/\/ (\w+)/.exec(line)?.[1] ?? owner
    const table = /^ {2}(\w+): \w+Row$/.exec(line)?.[1]
    if (table) owners[table] = owner
  }
  return owners
}

function broken(isBroken: (edge: { file: string; target: string }) => boolean): string[] {
  return imports.filter(isBroken).map(({ file, target }) => `${file} imports ${target}`)
}

function importsOf(file: string): string[] {
  const { importedFiles } = ts.preProcessFile(readFileSync(path.join(root, file), 'utf8'), true, true)
  return importedFiles
    .map(({ fileName }) => {
      if (fileName.startsWith('#')) return fileName.slice(1)
      if (fileName.startsWith('.')) return path.posix.join(path.posix.dirname(file), fileName)
      return fileName
    })
    .filter(
      (target) => /^(app|db|tests)\//.test(target) || /^(kysely|better-sqlite3|pg|zod|node:)/.test(target),
    )
}

function roomOf(file: string): string {
  return file.startsWith('db/') ? 'db' : (file.split('/')[1] ?? '')
}

function folderOf(file: string): string {
  return /^app\/domain\/([^/]+)\//.exec(file)?.[1] ?? ''
}

function filesIn(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => path.posix.join(folder, file))
    .filter((file) => /\.tsx?$/.test(file) && statSync(path.join(root, file)).isFile())
}
