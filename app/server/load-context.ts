/** What the server hands to every loader and action: one object per HTTP request. */
declare module '@remix-run/server-runtime' {
  interface AppLoadContext {
    /** Lets this response's own scripts pass the content security policy. Never sent through a loader. */
    readonly nonce: string
    /** In the log, in the event log and on every error page. */
    readonly requestId: string
    readonly clientAddress: string
  }
  interface Future {
    v3_singleFetch: true
  }
}

export {}
