import { attachFile } from '#app/domain/attached.server'
import type { FileStore } from '#app/domain/attachments/file-store.server'
import { receiveBytes } from '#app/domain/attachments/files.server'
import { type StoredFile, storeFile } from '#app/domain/attachments/storing.server'
import type { Ctx } from '#app/domain/context'
import type { Loading } from './loading.server'
import { type Picture, picturesOf } from './pictures.server'

interface Photo {
  readonly files: FileStore
  readonly stored: StoredFile
  readonly picture: Picture
}

/** Each is drawn once, however many reports show it. */
const drawn = new WeakMap<Loading, Map<Picture, Promise<StoredFile>>>()

/** The photos of a report, received and put on disk as those that a browser sends. */
export async function photosOf(loading: Loading, ref: string): Promise<Photo[]> {
  const { files } = loading
  const pictures = picturesOf.get(ref) ?? []
  if (files === null) return []
  const known = drawn.get(loading) ?? new Map<Picture, Promise<StoredFile>>()
  drawn.set(loading, known)
  const photos: Photo[] = []
  for (const picture of pictures) {
    const storing = known.get(picture) ?? store(files, picture)
    known.set(picture, storing)
    photos.push({ files, stored: await storing, picture })
  }
  return photos
}

async function store(files: FileStore, { place, fileName, bytes }: Picture): Promise<StoredFile> {
  return storeFile(files, place, await receiveBytes(files, fileName, bytes))
}

export async function attachPhotos(
  ctx: Ctx,
  { practiceId }: { practiceId: number },
  photos: readonly Photo[],
): Promise<void> {
  for (const { files, stored, picture } of photos) {
    const { place, description } = picture
    await attachFile(ctx, { files, subject: { practiceId }, stored, place, description })
  }
}
