import type { ImprovementRow } from '#db/schema'
import type { Insertable } from 'kysely'

/** What the shelf takes over from a report or proposal; the day of publication is set once. */
export type Description = Omit<Insertable<ImprovementRow>, 'id' | 'publishedOn'>
