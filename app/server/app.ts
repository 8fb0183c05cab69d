import { Hono } from 'hono'
import type { AppLoadContext } from '@remix-run/node'
import { readAssets, serveAssets } from '#app/server/assets'
import { bodyDoor } from '#app/server/body-door'
import { findClientAddress } from '#app/server/client-address'
import { compressPages } from '#app/server/compress'
import type { Config } from '#app/server/config'
import type { Door } from '#app/server/door'
import { errorPage, readable } from '#app/server/error-page'
import { documentsOnly, hostDoor, methodDoor, originDoor } from '#app/server/guards'
import { secureHeaders, stripHeaders } from '#app/server/headers'
import { healthDoor, type Readiness } from '#app/server/health'
import { type Log, logRequests } from '#app/server/log'
import { strangersLimit } from '#app/server/rate-limit'
import { reportStatements } from '#app/server/statements'

export interface Site {
  readonly config: Config
  /** The folder with the built files for the browser. */
  readonly client: string
  readonly log: Log
  readiness(): Promise<Readiness>
  isStopping(): boolean
  /** Everything that passes the doors. */
  remix(request: Request, context: AppLoadContext): Promise<Response>
}

/** The doors of the server, in the order in which a request meets them. */
export function createApp(site: Site): Hono<Door> {
  const { config } = site
  const app = new Hono<Door>()

  app.use(logRequests(site.log))
  app.use(secureHeaders(config))
  app.use(healthDoor(site.readiness))
  app.use(hostDoor(config))
  app.use(findClientAddress(config))
  app.use(stripHeaders)
  app.use(methodDoor)
  app.use(originDoor(config))
  // A bench asks for the data of a page, to render it from memory.
  if (!config.countsStatements) app.use(documentsOnly)
  app.use(serveAssets(readAssets(site.client)))
  app.use(strangersLimit(config))
  app.use(bodyDoor)
  app.use(compressPages)
  if (config.countsStatements) app.use(reportStatements)

  app.all('*', async (c) => {
    const { requestId, clientAddress } = c.var
    const answer = await site.remix(c.req.raw, { requestId, clientAddress })
    const response = readable(answer, c.req.raw, requestId)
    // A browser that keeps its connection would keep the process from ending.
    if (site.isStopping()) response.headers.set('connection', 'close')
    return response
  })

  app.onError((error, c) => {
    site.log.error({ requestId: c.var.requestId, error: error.stack ?? error.message })
    return errorPage(500, c.var.requestId)
  })
  return app
}
