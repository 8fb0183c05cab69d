import { defineConfig } from '@playwright/test'

const installed = process.env['CHROMIUM']

/**
 * In a browser, against the server as it is built. The tests of one file run in their order against a server and a
 * database of their own; two files run at once.
 */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: '.cache/playwright',
  workers: 2,
  timeout: 120_000, // on a quiet machine the slowest takes ten seconds
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['list'], ['json', { outputFile: '.cache/playwright.json' }]],
  use: {
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    viewport: { width: 1093, height: 614 }, // what is visible on the laptops of a city hall
    actionTimeout: 10_000,
    launchOptions: {
      args: ['--no-sandbox'],
      ...(installed ? { executablePath: installed } : {}),
    },
  },
  projects: [
    { name: 'load', testMatch: 'sample-town.setup.ts' },
    { name: 'small town', testMatch: '**/*.spec.ts', testIgnore: 'sample/*.spec.ts' },
    {
      name: 'sample town',
      testMatch: 'sample/*.spec.ts',
      testIgnore: process.env['AXE'] === 'everything' ? [] : 'sample/full.spec.ts',
      dependencies: ['load'],
    },
  ],
})
