import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import type { Ctx, Db } from '#app/domain/context'
import type { Actor } from '#app/domain/organisation/actor'
import type { FormState } from '#app/ui/form/form-state'
import { actorOf, mustChangePassword } from './auth.server'
import { reader } from './connections.server'
import { keepInterruptedForm } from './interrupted-form.server'
import { guarded } from './page.server'
import { paths } from './paths'
import { type Outcome, perform } from './perform.server'
import { asResponse } from './refusal.server'
import { noteRefusal } from './refused.server'

type Args = ActionFunctionArgs

/** What a verb is given: the request to read its form from, and the way to perform one command. */
export interface VerbArgs {
  readonly actor: Actor
  readonly request: Request
  readonly params: Readonly<Record<string, string | undefined>>
  readonly url: URL
  readonly db: Db
  /** For the log. */
  readonly requestId: string
  /** Carries out one command; the form's one-time key makes a second POST return the first result. */
  perform<T>(form: Pick<FormState, 'key'>, command: (ctx: Ctx) => Promise<T>): Promise<Outcome<T>>
}

/**
 * The guard of an action. A session that ended meanwhile loses nothing: the body is kept for the person whose
 * session it was, and given back on the same page after signing in.
 */
export function verb<T>(act: (args: VerbArgs) => Promise<T>) {
  return guarded('signedIn', async (args: Args): Promise<T> => {
    const actor = await actorOf(args)
    const url = new URL(args.request.url)
    if (!actor) throw redirect(paths.signIn(url.pathname, await keepInterruptedForm(args.request)))
    if (await mustChangePassword(args)) throw redirect(paths.password())
    return answer(args, actor, url, act)
  })
}

/** The action of the page that changes an initial password: signed in is enough. */
export function accountVerb<T>(act: (args: VerbArgs) => Promise<T>) {
  return guarded('signedIn', async (args: Args): Promise<T> => {
    const actor = await actorOf(args)
    const url = new URL(args.request.url)
    if (!actor) throw redirect(paths.signIn(url.pathname))
    return answer(args, actor, url, act)
  })
}

async function answer<T>(
  args: Args,
  actor: Actor,
  url: URL,
  act: (args: VerbArgs) => Promise<T>,
): Promise<T> {
  try {
    const outcome = await act({
      actor,
      request: args.request,
      params: args.params,
      url,
      db: reader(),
      requestId: args.context.requestId,
      perform: (form, command) => perform(actor.personId, args.context, form, command),
    })
    return noteRefusal(args.context, outcome)
  } catch (error) {
    throw asResponse(error)
  }
}
