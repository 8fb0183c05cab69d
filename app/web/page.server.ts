import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { dayOf, type Day, type Instant, instantOf } from '#app/domain/calendar'
import type { Db } from '#app/domain/context'
import type { Actor } from '#app/domain/organisation/actor'
import type { FormState } from '#app/ui/form/form-state'
import { actorOf, mustChangePassword, peekActor } from './auth.server'
import { now, reader, report } from './connections.server'
import { startForm } from './form.server'
import { paths } from './paths'
import { asResponse } from './refusal.server'

type Args = LoaderFunctionArgs
/** A part of a page: null where it could not be read. Boxed, since what is shown may be null itself. */
export type Part<T> = { readonly shown: T } | null

type Params = Readonly<Record<string, string | undefined>>

/** What a page is given: who asks, when, and a connection that can only read. */
export interface PageArgs {
  readonly actor: Actor
  readonly db: Db
  readonly now: Instant
  readonly today: Day
  readonly params: Params
  readonly url: URL
  /** The first view of a form; what was typed before the session ended is put back into it. */
  form(values?: FormState['values'], version?: number): Promise<FormState>
  /** One part of the page, which may fail without taking the others with it; the log is told. */
  part<T>(ask: () => Promise<T>): Promise<Part<T>>
}

/**
 * The guard of a loader: every page has its own, since a parent's protects nothing (a data request calls one
 * loader alone). Signed in or sent to sign in; NotFound and NotPermitted of the domain become 404 and 403.
 */
export function page<T>(load: (args: PageArgs) => Promise<T>) {
  return guarded('signedIn', async (args: Args): Promise<T> => {
    const actor = await actorOf(args)
    const url = new URL(args.request.url)
    if (!actor) throw redirect(paths.signIn(url.pathname + url.search))
    if (await mustChangePassword(args)) throw redirect(paths.password())
    return answer(() => load(pageArgs(args, actor, url)))
  })
}

/** The loader of what an open page asks by itself: no sign of life, which would keep a deserted session alive. */
export function watched<T>(load: (args: PageArgs) => Promise<T>) {
  return guarded('signedIn', async (args: Args): Promise<T> => {
    const actor = await peekActor(args.request)
    if (!actor) throw redirect(paths.signIn())
    return answer(() => load(pageArgs(args, actor, new URL(args.request.url))))
  })
}

/** The loader of a page for everybody: signing in, help. `actor` is null for a stranger. */
export function openPage<T>(load: (args: Omit<PageArgs, 'actor'> & { actor: Actor | null }) => Promise<T>) {
  return guarded('open', async (args: Args): Promise<T> => {
    const actor = await actorOf(args)
    const url = new URL(args.request.url)
    return answer(() => load({ ...pageArgs(args, actor, url), actor }))
  })
}

/** The same where the request itself is needed: its cookies, and where it comes from. */
export function openRequest<T>(load: (asked: Args, args: { actor: Actor | null; url: URL }) => Promise<T>) {
  return guarded('open', async (args: Args): Promise<T> => {
    const actor = await actorOf(args)
    return answer(() => load(args, { actor, url: new URL(args.request.url) }))
  })
}

/** The loader of the page that changes an initial password: signed in is enough. */
export function accountPage<T>(load: (args: PageArgs) => Promise<T>) {
  return guarded('signedIn', async (args: Args): Promise<T> => {
    const actor = await actorOf(args)
    const url = new URL(args.request.url)
    if (!actor) throw redirect(paths.signIn(url.pathname))
    return answer(() => load(pageArgs(args, actor, url)))
  })
}

export type Guard = 'signedIn' | 'open'

/** Marks a loader or an action, so that a test can find the one that has no guard. */
export function guarded<F extends object>(guard: Guard, run: F): F & { readonly guard: Guard } {
  return Object.assign(run, { guard })
}

function pageArgs<A extends Actor | null>(args: Args, actor: A, url: URL) {
  const instant = instantOf(now())
  return {
    actor,
    db: reader(),
    now: instant,
    today: dayOf(instant),
    params: args.params as Params,
    url,
    form: (values: FormState['values'] = {}, version?: number) => startForm(actor, url, values, version),
    part: <T>(ask: () => Promise<T>): Promise<Part<T>> => partOf(args.context.requestId, ask),
  }
}

async function partOf<T>(requestId: string, ask: () => Promise<T>): Promise<Part<T>> {
  try {
    return { shown: await ask() }
  } catch (error) {
    report({ requestId, error })
    return null
  }
}

async function answer<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load()
  } catch (error) {
    throw asResponse(error)
  }
}
