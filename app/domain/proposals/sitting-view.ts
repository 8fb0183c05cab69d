import type { Place } from '../evaluation/ranking'
import type { Summary } from '../evaluation/score'

/** What the scores of an item come to, for whoever may see it. */
export type AgendaScores = Summary & { readonly place: Place | null }
