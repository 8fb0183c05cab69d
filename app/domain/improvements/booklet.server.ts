import type { ExpressionBuilder } from 'kysely'
import type { Database } from '#db/schema'
import { isPhoto, type StoredAttachment } from '../attachments/attachment'
import { attachmentColumns, storedOf } from '../attachments/fetching.server'
import type { Db } from '../context'
import { nested, rowsOf } from '../nested.server'
import type { GuideText } from './guide'

/** On paper, two a sheet: more than thirty sheets nobody prints by accident. */
export const mostPrinted = 60

export interface Story {
  readonly before: string
  readonly change: string
  /** The first of how it was and the first of how it is now; any other where there is neither. */
  readonly photos: readonly StoredAttachment[]
  /** 「まねするときに」; each part is empty where nothing was written. */
  readonly guide: GuideText
}

/** What was and what was changed, in words and photos, and how to copy it, of improvements on the shelf, in one statement. */
export async function listStories(db: Db, improvementIds: readonly number[]): Promise<Map<number, Story>> {
  if (improvementIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('improvements')
    .leftJoin('practices', 'practices.id', 'improvements.practiceId')
    .leftJoin('proposals', 'proposals.id', 'improvements.proposalId')
    .leftJoin('copyingGuides', 'copyingGuides.improvementId', 'improvements.id')
    .select((eb) => [
      'improvements.id',
      'copyingGuides.steps',
      'copyingGuides.contact',
      'copyingGuides.cautions',
      eb.fn.coalesce('practices.before', 'proposals.currentSituation').as('before'),
      eb.fn.coalesce('practices.change', 'proposals.proposal').as('change'),
      filesIn(db, eb).as('files'),
    ])
    .where('improvements.id', 'in', improvementIds)
    .execute()
  return new Map(
    rows.map(({ id, before, change, files, steps, contact, cautions }) => [
      id,
      {
        before: before ?? '',
        change: change ?? '',
        photos: printedOf(rowsOf(files).map(storedOf)),
        guide: { steps: steps ?? '', contact: contact ?? '', cautions: cautions ?? '' },
      },
    ]),
  )
}

function filesIn(db: Db, eb: ExpressionBuilder<Database, 'improvements'>) {
  return nested(
    db,
    eb
      .selectFrom('attachments')
      .select(attachmentColumns)
      .where((file) =>
        file.or([
          file('attachments.practiceId', '=', file.ref('improvements.practiceId')),
          file('attachments.proposalId', '=', file.ref('improvements.proposalId')),
        ]),
      )
      .orderBy('attachments.id'),
  )
}

/** As many as fit beside a story on half a sheet. */
function printedOf(files: readonly StoredAttachment[]): StoredAttachment[] {
  const photos = files.filter(isPhoto)
  const pair = (['before', 'after'] as const).flatMap(
    (place) => photos.find((photo) => photo.place === place) ?? [],
  )
  return pair.length > 0 ? pair : photos.slice(0, 1)
}
