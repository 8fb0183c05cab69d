import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '#app/server/config'
import { openFileStore } from '#app/server/file-store'
import type { Town } from '#app/server/town'
import { sqliteFile } from '#db/connect.server'
import { loadSampleTown } from '#db/seed/load.server'

/*
 * A file beside the database remembers that it holds the sample town, whose passwords everybody knows; whether a later
 * start serves it as such must not depend on that start's environment.
 */
const marker = ({ dataDir }: Config) => join(dataDir, 'sample-town')
type Marker = 'loading' | 'loaded'

/** Removes a sample town whose loading was interrupted. It holds nothing that anybody has entered. */
export function discardHalfLoaded(config: Config): void {
  if (readMarker(config) !== 'loading') return
  const file = sqliteFile(config.databaseUrl)
  if (file === undefined) {
    throw new Error('見本の読み込みが途中で終わっています。データベースを作り直してから起動してください。')
  }
  for (const path of [file, `${file}-wal`, `${file}-shm`, join(config.dataDir, 'seal.key'), marker(config)]) {
    rmSync(path, { force: true })
  }
}

/** Loads the sample town where it is wanted and nothing is there yet. Returns whether this is the sample town. */
export async function settleSample(config: Config, { connections, seal }: Town): Promise<boolean> {
  if (readMarker(config) === 'loaded') {
    if (config.sample !== false) return true
    throw new Error(
      `${config.dataDir} には見本のデータが入っています。実際の運用には別の DATA_DIR を指定してください。`,
    )
  }
  if (config.sample === false) return false
  const anybody = await connections.reader.selectFrom('people').select('id').limit(1).executeTakeFirst()
  if (anybody) return config.sample === true

  writeMarker(config, 'loading')
  await loadSampleTown(connections, {
    ...{ seal, files: openFileStore(config) },
    onProgress: (line) => void process.stderr.write(`${line}\n`),
  })
  writeMarker(config, 'loaded')
  return true
}

function readMarker(config: Config): Marker | undefined {
  return existsSync(marker(config)) ? (readFileSync(marker(config), 'utf8') as Marker) : undefined
}

function writeMarker(config: Config, state: Marker) {
  writeFileSync(marker(config), state, { flush: true })
}
