import type { Db } from '../context'

export interface Stored {
  readonly photos: number
  readonly documents: number
  /** Of the photos and documents without their thumbnails; the same content is kept once. */
  readonly bytes: number
}

/** How many photos and documents are attached, and how much room they take. */
export async function measureStored(db: Db): Promise<Stored> {
  const contents = db.selectFrom('attachments').select(['sha256', 'bytes']).distinct().as('contents')
  return db
    .selectFrom('attachments')
    .select(({ fn }) => fn.count<number>('id').filterWhere('place', '!=', 'document').as('photos'))
    .select(({ fn }) => fn.count<number>('id').filterWhere('place', '=', 'document').as('documents'))
    .select(({ selectFrom, fn, val }) =>
      fn
        .coalesce(
          selectFrom(contents).select((eb) => eb.fn.sum<number>('contents.bytes').as('sum')),
          val(0),
        )
        .as('bytes'),
    )
    .executeTakeFirstOrThrow()
}
