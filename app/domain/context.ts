import type { Database } from '#db/schema'
import type { Kysely, Transaction } from 'kysely'
import type { Day, Instant } from './calendar'
import type { DomainEvent } from './events/event'
import type { Actor } from './organisation/actor'

/** What a question is given. A command never uses it: inside a transaction only `ctx.tx` exists. */
export type Db = Kysely<Database>

/** The world a command is given: its transaction, who acts, when, and where to say what happened. */
export interface Ctx {
  readonly tx: Transaction<Database>
  readonly actor: Actor
  readonly now: Instant
  readonly today: Day
  /**
   * Past tense, once: history, inbox, library, figures and search follow from it in the same transaction. `onBehalfOfId`
   * is the head for whom a delegate did it.
   */
  happened(event: DomainEvent, onBehalfOfId?: number | null): void
}
