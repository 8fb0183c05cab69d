import type { Ctx } from '../context'
import type { Logged } from '../events/event'
import { endSessionsOf } from './sessions.server'

/**
 * Reaction: whoever got or lost a power today signs in anew. What begins on a later day ends the sessions by itself, at
 * 0:00 of that day.
 */
export async function endSessionsOnTransfer(ctx: Ctx, event: Logged): Promise<void> {
  const day = dayOfChange(event)
  if (day !== null && day <= ctx.today && 'personId' in event) await endSessionsOf(ctx.tx, event.personId)
}

function dayOfChange(event: Logged): string | null {
  if (event.kind === 'person.appointed' || event.kind === 'person.seated') return event.validFrom
  return null
}
