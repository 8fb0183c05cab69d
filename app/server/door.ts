import type { HttpBindings } from '@hono/node-server'

/** What the doors know of a request, in Hono's terms. */
export interface Door {
  Bindings: HttpBindings
  Variables: {
    requestId: string
    nonce: string
    /** The browser's address: the peer, or what a trusted proxy says. */
    clientAddress: string
  }
}
