import { createServer, type Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import type { Hono } from 'hono'
import { type Config, ConfigError } from '#app/server/config'
import type { Door } from '#app/server/door'
import { errorPage } from '#app/server/error-page'
import { log, traceOf } from '#app/server/log'

/** Limits for slow and oversized requests. Connections are not limited: a few slow ones would lock everybody out. */
export function createHttpServer(app: Hono<Door>, { trustedProxies }: Config): Server {
  const listener = getRequestListener(app.fetch, {
    // A request that cannot even be read as one: a malformed Host or address.
    errorHandler: (error) => {
      const isTheirs = error instanceof Error && error.name === 'RequestError'
      if (!isTheirs) log.error({ error: traceOf(error) })
      return errorPage(isTheirs ? 400 : 500, '-')
    },
  })
  return createServer(
    {
      maxHeaderSize: 16_384,
      headersTimeout: 15_000,
      requestTimeout: 120_000,
      // A proxy reuses its connections for a minute, and must never meet one that is just being closed.
      keepAliveTimeout: trustedProxies.length > 0 ? 65_000 : 5_000,
      // At its default of 30 s the limits above would free nothing for half a minute.
      connectionsCheckingInterval: 2_000,
    },
    (incoming, outgoing) => void listener(incoming, outgoing),
  )
}

/** Resolves when the server takes connections. Throws a sentence for the operator when the port is taken. */
export function listen(server: Server, { port, host, publicOrigin }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const isTaken = error.code === 'EADDRINUSE'
      reject(
        isTaken
          ? new ConfigError(`ポート ${port} は使われています。PORT で別の番号を指定してください。`)
          : error,
      )
    })
    server.listen(port, host, () => {
      const address = server.address()
      const actual = typeof address === 'object' && address ? address.port : port
      const origin = publicOrigin?.origin ?? `http://${host.includes(':') ? `[${host}]` : host}:${actual}`
      log.info({ listening: origin, port: actual })
      process.stderr.write(`${origin} で動いています。止めるには Ctrl+C を押してください。\n`)
      resolve()
    })
  })
}
