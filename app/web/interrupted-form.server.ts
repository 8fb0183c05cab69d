import { findKeptForm, keepForm } from '#app/domain/accounts/interrupted-forms.server'
import { recognisedMs } from '#app/domain/accounts/session'
import { findSession } from '#app/domain/accounts/sessions.server'
import { instantOf } from '#app/domain/calendar'
import { sessionTokenOf } from './auth.server'
import { now, reader, writingWorld } from './connections.server'

/**
 * Keeps the body of a POST whose session was over, for the person whose session it was. Returns the token that gives
 * it back, or null where nobody is recognised or nothing can be kept.
 */
export async function keepInterruptedForm(request: Request): Promise<string | null> {
  const token = sessionTokenOf(request)
  const type = request.headers.get('content-type') ?? ''
  if (request.method !== 'POST' || !token || !type.startsWith('application/x-www-form-urlencoded'))
    return null
  const at = instantOf(now())
  const session = await findSession(reader(), token, at)
  if (!session || Date.parse(session.endsAt) < Date.parse(at) - recognisedMs) return null
  return keepForm(writingWorld().writer, {
    personId: session.personId,
    path: new URL(request.url).pathname,
    body: await request.text(),
    now: at,
  })
}

export async function findInterruptedForm(
  token: string,
  personId: number,
  path: string,
): Promise<string | null> {
  return findKeptForm(reader(), token, personId, path)
}
