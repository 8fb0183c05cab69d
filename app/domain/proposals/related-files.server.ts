import { sql } from 'kysely'
import { type Place, type StoredAttachment } from '../attachments/attachment'
import { formatOfMediaType } from '../attachments/format'
import type { Db } from '../context'
import type { Part, Related } from './related.server'

/** The photos and documents of a proposal, packed into a line each; by the names their owner gave them only if asked. */
export function attached(
  db: Db,
  { proposalId, knowsAuthors }: { proposalId: number; knowsAuthors: boolean },
): Part {
  return db
    .selectFrom('attachments')
    .select((eb) => [
      eb.val<string>('attachment').as('kind'),
      'attachments.id',
      (knowsAuthors ? sql<string>`"fileName"` : sql<string>`''`).as('name'),
      packed.as('detail'),
      'attachments.id as position',
    ])
    .where('attachments.proposalId', '=', proposalId)
}

export function fileOf({ id, name, detail }: Related): StoredAttachment {
  const [place = '', mediaType = '', bytes, width, height, ...description] = (detail ?? '').split(' ')
  return {
    ...{ id, place: place as Place, fileName: name, format: formatOfMediaType(mediaType) },
    ...{ bytes: Number(bytes), width: Number(width) || null, height: Number(height) || null },
    description: description.join(' '),
  }
}

/** Words without a space, and then the text that may hold some. */
const packed = sql<string | null>`"place" || ' ' || "mediaType" || ' ' || "bytes" || ' ' ||
  coalesce("width", 0) || ' ' || coalesce("height", 0) || ' ' || "description"`
