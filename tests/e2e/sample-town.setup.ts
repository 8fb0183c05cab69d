import { mkdirSync, rmSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { runBuilt } from '#tests/support/built-server'
import { sampleTown } from './support/servers'

test('the sample town is loaded by the product itself', async () => {
  test.setTimeout(120_000)
  rmSync(sampleTown, { recursive: true, force: true })
  mkdirSync(sampleTown, { recursive: true })
  await expect(runBuilt(['seed'], { DATA_DIR: sampleTown })).resolves.toBeUndefined()
})
