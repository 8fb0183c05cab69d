import type { Ctx } from './context'
import type { Logged } from './events/event'

/** What follows from an event, in the same transaction. A room further back tells a room further on through here. */
export type Reaction = (ctx: Ctx, event: Logged) => Promise<void>

export const reactions: readonly Reaction[] = []
