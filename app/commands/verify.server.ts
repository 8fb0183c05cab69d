import { resolve } from 'node:path'
import { insistOnWholeFiles } from '#app/domain/attachments/keeping.server'
import type { Command } from '#app/commands/command'
import { inspection, inspectionInUse } from '#app/commands/inspection.server'
import { insistOnGoodBackup } from '#db/backup.server'
import { openDatabase, sqliteFile } from '#db/connect.server'
import { insistOnGoodDump } from '#db/postgres-backup.server'
import { openFrozen } from '#db/sqlite-copy.server'

/** Checks the database in use, or a backup: pages, references, files and the seal of every line of the log. */
export const run: Command = async ([folder], config) => {
  if (folder !== undefined) {
    const { takenAt } = await (sqliteFile(config.databaseUrl) === undefined
      ? insistOnGoodDump(resolve(folder), insistOnWholeFiles)
      : insistOnGoodBackup(resolve(folder), inspection(config)))
    console.log(`バックアップは正しい状態です（${takenAt}）。`)
    return
  }
  const file = sqliteFile(config.databaseUrl)
  if (file !== undefined) {
    const live = openFrozen(file)
    await inspectionInUse(config)(live.db).finally(() => live.close())
    console.log('データベースは正しい状態です。')
  } else {
    const connections = openDatabase(config.databaseUrl)
    await inspectionInUse(config)(connections.reader).finally(() => connections.close())
    console.log('記録は正しい状態です。')
  }
}
