import { isIP } from 'node:net'
import type { MiddlewareHandler } from 'hono'
import { type Config, isLoopback } from '#app/server/config'
import type { Door } from '#app/server/door'
import { errorPage } from '#app/server/error-page'

type Address = Pick<Config, 'publicOrigin'>

/**
 * Only our own name gets in, so that no page of another name (DNS rebinding) can speak to us as one of ours.
 * Without a configured address that is every loopback name and every bare IP address: a foreign page has neither.
 */
export function hostDoor({ publicOrigin }: Address): MiddlewareHandler<Door> {
  return async (c, next) => {
    const target = c.env.incoming.url ?? ''
    const host = c.req.header('host') ?? ''
    const name = hostname(host)
    if (!target.startsWith('/') || name === undefined) return errorPage(400, c.var.requestId)
    const isOurs = publicOrigin
      ? host.toLowerCase() === publicOrigin.host
      : isLoopback(name) || isAddress(name)
    return isOurs ? next() : errorPage(421, c.var.requestId)
  }
}

export const methodDoor: MiddlewareHandler<Door> = async (c, next) => {
  const isKnown = ['GET', 'HEAD', 'POST'].includes(c.req.method)
  return isKnown ? next() : errorPage(405, c.var.requestId, { allow: 'GET, HEAD, POST' })
}

/**
 * What changes something must come from a page of ours. Browsers on plain-http names send no Sec-Fetch-Site, so there
 * Origin alone decides; a request with neither is refused. Remix has a check of its own, but it leaves out resource
 * routes and takes a missing Origin for a good one.
 */
export function originDoor({ publicOrigin }: Address): MiddlewareHandler<Door> {
  return async (c, next) => {
    if (c.req.method !== 'POST') return next()
    const site = c.req.header('sec-fetch-site')
    const origin = c.req.header('origin')
    const isOurs =
      origin === undefined ? site === 'same-origin' : isOurOrigin(origin, c.req.header('host') ?? '')
    const isDenied = site !== undefined && site !== 'same-origin'
    return isOurs && !isDenied ? next() : errorPage(403, c.var.requestId)
  }

  function isOurOrigin(origin: string, host: string): boolean {
    if (publicOrigin) return origin === publicOrigin.origin
    return origin === `http://${host.toLowerCase()}` || origin === `https://${host.toLowerCase()}`
  }
}

/**
 * Pages are documents. Remix would hand out the bare data of each as well, by “.data” behind its address or by “_data”
 * among its parameters, and the map of all pages: nothing of ours asks for them, and what nobody needs cannot leak.
 */
export const documentsOnly: MiddlewareHandler<Door> = async (c, next) => {
  const isData = /(\.data|^\/__manifest)\/?$/.test(c.req.path) || c.req.query('_data') !== undefined
  return isData ? errorPage(404, c.var.requestId) : next()
}

/** The name in a Host header, undefined when it is malformed. */
function hostname(host: string): string | undefined {
  if (!/^(\[[\da-f:.]+\]|[a-z\d.-]+)(:\d{1,5})?$/i.test(host)) return undefined
  return URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : undefined
}

function isAddress(name: string): boolean {
  return isIP(name.replace(/^\[|\]$/g, '')) !== 0
}
