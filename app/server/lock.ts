import SqliteDatabase from 'better-sqlite3'

/**
 * One process at a time writes a SQLite file. The lock is the operating system's, taken through an empty SQLite file
 * beside it, so that it ends with the process, however that ends.
 */
export function lockFor(databaseFile: string): { release(): void } {
  const lock = new SqliteDatabase(`${databaseFile}.lock`, { timeout: 0 })
  try {
    lock.exec('begin exclusive')
  } catch (error) {
    lock.close()
    if ((error as { code?: string }).code !== 'SQLITE_BUSY') throw error
    throw new Error(
      `${databaseFile} は、別に動いているこのプログラムが使っています。止めてからやり直してください。`,
    )
  }
  return { release: () => void lock.close() }
}
