import { dayOf, instantOf } from './calendar'
import type { Ctx, Db } from './context'
import type { DomainEvent } from './events/event'
import { findOutcome, rememberOutcome } from './events/form-keys.server'
import { appendEvent, type Seal } from './events/log.server'
import { postInWords } from './organisation/actor'
import { findActor } from './organisation/actor.server'
import { reactions } from './reactions.server'

/** Where commands are carried out: the one writing connection, the log's seal and the clock. */
export interface World {
  readonly writer: Db
  readonly seal: Seal
  now(): Date
}

export interface Circumstances {
  readonly requestId?: string
  /** One-time key of the form: the same key again returns the first result and does nothing. */
  readonly formKey?: string
}

/**
 * One command, one transaction: the act, its log lines and all that follows from them (library, figures, search,
 * inbox) are there together or not at all. The person's powers are read inside it, as of this very moment. The
 * result must be plain JSON, since a repeated form key returns it again.
 */
export async function transact<T>(
  world: World,
  personId: number,
  command: (ctx: Ctx) => Promise<T>,
  { requestId, formKey }: Circumstances = {},
): Promise<T> {
  return world.writer.transaction().execute(async (tx) => {
    const now = instantOf(world.now())
    const today = dayOf(now)
    const done = formKey ? await findOutcome(tx, personId, formKey) : null
    if (done !== null) return JSON.parse(done) as T

    const events: { event: DomainEvent; onBehalfOfId: number | null }[] = []
    const ctx: Ctx = {
      tx,
      actor: await findActor(tx, personId, today),
      now,
      today,
      happened: (event, onBehalfOfId = null) => void events.push({ event, onBehalfOfId }),
    }
    const outcome = await command(ctx)
    const circumstances = { actorPost: postInWords(ctx.actor), requestId: requestId ?? null }
    for (const { event, onBehalfOfId } of events) {
      const logged = await appendEvent(ctx, world.seal, event, { ...circumstances, onBehalfOfId })
      for (const react of reactions) await react(ctx, logged)
    }
    if (formKey) await rememberOutcome(ctx, formKey, outcome)
    return outcome
  })
}
