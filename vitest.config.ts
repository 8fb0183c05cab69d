import { fileURLToPath } from 'node:url'
import { configDefaults, defineConfig } from 'vitest/config'

const at = (folder: string) => fileURLToPath(new URL(folder, import.meta.url))

/** `*.server.test.*` runs once per database; everything else needs none. */
const onDatabase = ['{app,db,tests}/**/*.server.test.{ts,tsx}']
const apart = [...configDefaults.exclude, 'tests/e2e/**', 'tests/bench/**', 'tests/chaos/**']

export default defineConfig({
  resolve: { alias: { '#app': at('./app'), '#db': at('./db'), '#tests': at('./tests') } },
  esbuild: { jsx: 'automatic' },
  test: {
    environment: 'node',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{app,db,tests,bin}/**/*.test.{ts,tsx}'],
          exclude: [...apart, ...onDatabase],
        },
      },
      {
        extends: true,
        test: { name: 'sqlite', include: onDatabase, exclude: apart, env: { TEST_DATABASE: 'sqlite' } },
      },
    ],
  },
})
