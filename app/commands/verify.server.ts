import { resolve } from 'node:path'
import type { Command } from '#app/commands/command'
import { logInspection } from '#app/commands/inspection.server'
import { insistOnGoodBackup } from '#db/backup.server'
import { openDatabase, sqliteFile } from '#db/connect.server'
import { insistOnGoodDump } from '#db/postgres-backup.server'
import { openFrozen } from '#db/sqlite-copy.server'

/** Checks the database in use, or a backup: pages, references and the seal of every line of the log. */
export const run: Command = async ([folder], config) => {
  if (folder !== undefined) {
    const { takenAt } = await (sqliteFile(config.databaseUrl) === undefined
      ? insistOnGoodDump(resolve(folder))
      : insistOnGoodBackup(resolve(folder), logInspection(config)))
    console.log(`バックアップは正しい状態です（${takenAt}）。`)
    return
  }
  const file = sqliteFile(config.databaseUrl)
  if (file !== undefined) {
    const live = openFrozen(file)
    await logInspection(config)(live).finally(() => live.close())
    console.log('データベースは正しい状態です。')
  } else {
    const connections = openDatabase(config.databaseUrl)
    await logInspection(config)({ db: connections.reader }).finally(() => connections.close())
    console.log('記録は正しい状態です。')
  }
}
