import type { Ctx } from '../context'
import { RuleBroken } from '../errors'
import { attachmentLimits, type Place, type Subject } from './attachment'
import type { FileStore } from './file-store.server'
import { discardFile, keepBytes, type Received } from './files.server'
import { formats } from './format'
import { inspectFile } from './inspecting.server'
import { drawPhoto } from './photos.server'
import { refusals } from './refusals'
import { ofSubject } from './fetching.server'
import { insistOnClean, type Scanner } from './scanning.server'

/** What is on disk, ready for its row. */
export interface StoredFile {
  readonly fileName: string
  readonly mediaType: string
  readonly bytes: number
  readonly sha256: string
  readonly thumbnailSha256: string | null
  readonly width: number | null
  readonly height: number | null
}

/**
 * Looks at what was sent and puts it on disk: a photo drawn anew, a document as it is. Before any transaction, since it
 * is slow. Throws RuleBroken for what is not taken, ScannerSilent where nobody can tell whether it is clean, and StoreSilent
 * where it cannot be kept; the file that was sent is gone in any case.
 */
export async function storeFile(
  files: FileStore,
  place: Place,
  received: Received,
  scanner?: Scanner,
): Promise<StoredFile> {
  try {
    const format = await inspectFile(received)
    const isPhoto = formats[format].family === 'photo'
    if (isPhoto && place === 'document') throw new RuleBroken(refusals.notDocument, 'place')
    if (!isPhoto && place !== 'document') throw new RuleBroken(refusals.notPhoto, 'file')
    await insistOnClean(scanner, received.path)
    if (isPhoto) return await storePhoto(files, received)

    await files.keep(received.path, received.sha256)
    const { fileName, bytes, sha256 } = received
    const { mediaType } = formats[format]
    return { fileName, mediaType, bytes, sha256, thumbnailSha256: null, width: null, height: null }
  } finally {
    await discardFile(received.path)
  }
}

async function storePhoto(files: FileStore, { path, fileName }: Received): Promise<StoredFile> {
  const { photo, thumbnail, width, height } = await drawPhoto(path)
  return {
    fileName: fileName.replace(/\.[^.]+$/, '.webp'),
    mediaType: formats.webp.mediaType,
    bytes: photo.length,
    sha256: await keepBytes(files, photo),
    thumbnailSha256: await keepBytes(files, thumbnail),
    ...{ width, height },
  }
}

const noSubject = { proposalId: null, practiceId: null, memoId: null }

export interface Attaching {
  readonly files: FileStore
  readonly subject: Subject
  readonly stored: StoredFile
  readonly place: Place
  readonly description: string
}

/**
 * Writes the row of a file that is on disk. Throws RuleBroken for what `insistOnAttachable` refuses. Who may is for the
 * owner of the matter to have asked.
 */
export async function attach(ctx: Ctx, attaching: Attaching): Promise<{ attachmentId: number }> {
  const { files, subject, stored, place, description } = attaching
  const { there } = await ctx.tx
    .selectFrom('attachments')
    .select((eb) => eb.fn.countAll<number>().as('there'))
    .where(ofSubject(subject))
    .executeTakeFirstOrThrow()
  insistOnAttachable(there, attaching)
  // Files that nobody refers to are removed under the same lock, so none can go between here and the commit.
  const names = [stored.sha256, ...(stored.thumbnailSha256 === null ? [] : [stored.thumbnailSha256])]
  for (const name of names) {
    if (!(await files.has(name))) {
      throw new RuleBroken('ファイルを保存できませんでした。もう一度付けてください', 'file')
    }
  }
  const { id } = await ctx.tx
    .insertInto('attachments')
    .values({
      ...{ ...noSubject, ...subject },
      ...{ ...stored, place, description },
      ...{ uploadedAt: ctx.now, uploadedById: ctx.actor.personId },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { attachmentId: id }
}

/**
 * Throws RuleBroken when there are enough files already, and for a photo without words for those who do not see it. To be
 * asked before a file is looked at, too, since that is slow.
 */
export function insistOnAttachable(
  there: number,
  { place, description }: Pick<Attaching, 'place' | 'description'>,
): void {
  if (there >= attachmentLimits.files) throw new RuleBroken(refusals.full, 'file')
  insistOnDescribed(place, description)
}

function insistOnDescribed(place: Place, description: string): void {
  if (place !== 'document' && description === '') throw new RuleBroken(refusals.noDescription, 'description')
}

/** Words for those who do not see a file, in place of earlier ones. Throws RuleBroken for a photo without any. */
export async function describeFile(ctx: Ctx, attachmentId: number, description: string): Promise<void> {
  const { place } = await ctx.tx
    .selectFrom('attachments')
    .select('place')
    .where('id', '=', attachmentId)
    .executeTakeFirstOrThrow()
  insistOnDescribed(place as Place, description)
  await ctx.tx.updateTable('attachments').set({ description }).where('id', '=', attachmentId).execute()
}

/** Takes one file away from its matter. Its bytes stay until nobody has referred to them for some days. */
export async function detach(ctx: Ctx, attachmentId: number): Promise<void> {
  await ctx.tx.deleteFrom('attachments').where('id', '=', attachmentId).execute()
}

/** All files of a draft that is discarded. */
export async function detachAll(ctx: Pick<Ctx, 'tx'>, subject: Subject): Promise<void> {
  await ctx.tx.deleteFrom('attachments').where(ofSubject(subject)).execute()
}

/** The files of an earlier proposal for the draft that goes on from it. */
export async function copyAttachments(ctx: Ctx, from: Subject, to: Subject): Promise<void> {
  const rows = await ctx.tx
    .selectFrom('attachments')
    .selectAll()
    .where(ofSubject(from))
    .orderBy('id')
    .execute()
  if (rows.length === 0) return
  await ctx.tx
    .insertInto('attachments')
    .values(rows.map(({ id: _, ...row }) => ({ ...row, ...noSubject, ...to })))
    .execute()
}
