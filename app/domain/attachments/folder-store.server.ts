import { createReadStream, existsSync } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { addressOf, type FileStore, isName } from './file-store.server'

/** A folder of this machine, two folders deep, outside of anything that is served as it lies. */
export function folderStore(folder: string): FileStore {
  return {
    kind: 'folder',
    incoming: join(folder, 'incoming'),
    async keep(path, sha256) {
      const kept = pathOf(folder, sha256)
      await mkdir(dirname(kept), { recursive: true, mode: 0o700 })
      await syncToDisk(path)
      await rename(path, kept)
      for (const above of [dirname(kept), dirname(dirname(kept)), folder]) await syncToDisk(above)
    },
    async has(sha256) {
      return existsSync(pathOf(folder, sha256))
    },
    async find(sha256) {
      const path = pathOf(folder, sha256)
      if (!existsSync(path)) return null
      const { size } = await stat(path)
      return { bytes: size, read: () => createReadStream(path) as AsyncIterable<Buffer> }
    },
    list: () => listFolder(folder),
    async remove(sha256) {
      await rm(pathOf(folder, sha256), { force: true })
    },
    async answers() {
      return true
    },
  }
}

/** Where a file of this content lies. */
export function pathOf(folder: string, sha256: string): string {
  return join(folder, addressOf(sha256))
}

async function* listFolder(folder: string): ReturnType<FileStore['list']> {
  for (const first of await namesIn(folder)) {
    if (!/^[\da-f]{2}$/.test(first)) continue
    for (const second of await namesIn(join(folder, first))) {
      for (const name of await namesIn(join(folder, first, second))) {
        const found = isName(name) ? await stat(pathOf(folder, name)).catch(() => null) : null
        if (found) yield { sha256: name, keptAt: found.mtimeMs }
      }
    }
  }
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => [])
}

/** So that a power cut afterwards loses neither the content nor the name. */
async function syncToDisk(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
