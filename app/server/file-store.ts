import { join } from 'node:path'
import type { FileStore } from '#app/domain/attachments/file-store.server'
import { folderStore } from '#app/domain/attachments/folder-store.server'
import type { Config } from '#app/server/config'
import { s3Store } from '#app/server/s3-store'

/** Where photos and documents lie, as configured. What comes in lies on this machine in either case, until it is looked at. */
export function openFileStore({ filesDir, s3 }: Pick<Config, 'filesDir' | 's3'>): FileStore {
  return s3 ? s3Store(s3, join(filesDir, 'incoming')) : folderStore(filesDir)
}
