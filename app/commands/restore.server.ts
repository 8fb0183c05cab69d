import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { type Command, onlyArgument } from '#app/commands/command'
import { fileOnly, logInspection } from '#app/commands/inspection.server'
import { lockFor } from '#app/server/lock'
import { restoreBackup } from '#db/restore.server'

/** Puts a backup in the place of the database. Refuses while the server runs. */
export const run: Command = async (args, config) => {
  const folder = onlyArgument(args, 'restore バックアップのフォルダー')
  const file = fileOnly(config)
  mkdirSync(dirname(file), { recursive: true })
  const lock = lockFor(file)
  try {
    const { manifest, setAside } = await restoreBackup(folder, file, new Date(), logInspection(config))
    console.log(`${manifest.takenAt} のバックアップに戻しました。全員がサインインし直す必要があります。`)
    console.log(
      `記録の末尾: ${manifest.logHead ? `${manifest.logHead.seq} 番 ${manifest.logHead.hash}` : 'なし'}`,
    )
    console.log('このあとに行われた人事異動は含まれません。人事の名簿を取り込み直してください。')
    if (setAside) console.log(`戻す前のデータ: ${setAside}`)
  } finally {
    lock.release()
  }
}
