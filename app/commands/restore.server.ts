import { mkdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { type Command, onlyArgument } from '#app/commands/command'
import { inspection } from '#app/commands/inspection.server'
import { restorationRecording } from '#app/commands/restoration.server'
import { bringBackFiles } from '#app/domain/attachments/keeping.server'
import { wareki, timeOf, dayOf, instantOf } from '#app/domain/calendar'
import type { Config } from '#app/server/config'
import { openFileStore } from '#app/server/file-store'
import { lockFor } from '#app/server/lock'
import { sqliteFile } from '#db/connect.server'
import { restorePostgresBackup } from '#db/postgres-restore.server'
import { type BringingBack, type Restored, restoreBackup } from '#db/restore.server'

/** Puts a backup in the place of the database. Refuses while the server runs. */
export const run: Command = async (args, config) => {
  const folder = resolve(onlyArgument(args, 'restore バックアップのフォルダー'))
  const file = sqliteFile(config.databaseUrl)
  const { manifest, setAside } = await (file === undefined
    ? intoPostgres(folder, config)
    : intoFile(folder, file, config))
  const takenAt = instantOf(new Date(manifest.takenAt))
  console.log(
    `${wareki(dayOf(takenAt))} ${timeOf(takenAt)}のバックアップに戻しました。全員がサインインし直す必要があります。`,
  )
  console.log(
    `バックアップの記録の末尾: ${manifest.logHead ? `${manifest.logHead.seq} 番 ${manifest.logHead.hash}` : 'なし'}`,
  )
  console.log('このあとに行われた人事異動は含まれません。人事の名簿を取り込み直してください。')
  if (setAside) console.log(`戻す前のデータ: ${setAside}（確かめて要らなければ消してください）`)
}

async function intoFile(folder: string, file: string, config: Config): Promise<Restored> {
  mkdirSync(dirname(file), { recursive: true })
  const lock = lockFor(file)
  const at = new Date()
  try {
    const record = restorationRecording(config, at)
    return await restoreBackup(folder, file, at, inspection(config), record, bringingBack(config))
  } finally {
    lock.release()
  }
}

function intoPostgres(folder: string, config: Config): Promise<Restored> {
  const at = new Date()
  const record = restorationRecording(config, at)
  const back = bringingBack(config)
  return restorePostgresBackup(folder, config.databaseUrl, at, inspection(config), record, back)
}

function bringingBack(config: Config): BringingBack {
  return (files) => bringBackFiles(files, openFileStore(config))
}
