import { existsSync, mkdirSync, statfsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { hasSeal } from '#app/server/seal'

/** Magic numbers of network file systems (NFS, SMB, SMB2), on which SQLite's journal is not safe. */
const networkFileSystems: ReadonlySet<number> = new Set([0x6969, 0x517b, 0xfe534d42])

const GB = 1024 ** 3

export type DatabaseFile = 'new' | 'present'

/**
 * Whether the database file is to be made or is there. Throws where opening it would silently begin a new, empty one in
 * place of one that was lost: SQLite itself takes a missing file and an empty one for a fresh start.
 */
export function inspectFile(file: string, dataDir: string): DatabaseFile {
  mkdirSync(dirname(file), { recursive: true })
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  if (networkFileSystems.has(statfsSync(dirname(file)).type)) {
    throw new Error(`${file} はネットワーク上のフォルダーにあります。この機械のディスクに置いてください。`)
  }
  if (existsSync(file) && statSync(file).size > 0) return 'present'
  if (existsSync(`${file}-wal`) || hasSeal(dataDir)) {
    throw new Error(
      `${file} がないか空ですが、前のデータの一部が ${dataDir} に残っています。バックアップから戻すか（restore）、新しく始めるなら DATA_DIR を変えてください。`,
    )
  }
  return 'new'
}

/** A journal that still holds pages: the last process did not end by itself. */
export function endedUncleanly(file: string): boolean {
  return existsSync(`${file}-wal`) && statSync(`${file}-wal`).size > 0
}

/** Whether the disk is too full to go on for a while and to take a backup. */
export function isSpaceLow(file: string): boolean {
  const { bavail, bsize } = statfsSync(dirname(file))
  const size = existsSync(file) ? statSync(file).size : 0
  return bavail * bsize < Math.max(GB, 3 * size)
}
