import type { HttpBindings } from '@hono/node-server'

/** What the doors know of a request, in Hono's terms. */
export interface Door {
  Bindings: HttpBindings
  Variables: Passed
}

/** What passes the doors together with the request: one object per HTTP request, handed to every loader and action. */
export interface Passed {
  /** In the log, in the event log and on every error page. */
  requestId: string
  /** The browser's address: the peer, or what a trusted proxy says. */
  clientAddress: string
}

declare module '@remix-run/server-runtime' {
  interface AppLoadContext extends Readonly<Passed> {}
  interface Future {
    v3_singleFetch: true
  }
}
