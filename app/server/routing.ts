import { createRequestHandler, type LoaderFunctionArgs, type ServerBuild } from '@remix-run/node'
import { UNSAFE_SingleFetchRedirectSymbol as withoutContent } from '@remix-run/server-runtime'
import { RegExpRouter } from 'hono/router/reg-exp-router'
import { SmartRouter } from 'hono/router/smart-router'
import { TrieRouter } from 'hono/router/trie-router'

type Handler = ReturnType<typeof createRequestHandler>
type Routes = ServerBuild['routes']

/**
 * Answers like Remix's own handler. Remix ranks the whole site map several times for each request, which grows with
 * every page that is added and was a sixth of the CPU; so each page gets a handler that knows the way to it and nothing
 * else, and what no page is found for goes to the handler that knows everything.
 */
export function createNarrowHandler(build: ServerBuild, mode: 'production'): Handler {
  const pageOf = finderOf(build.routes)
  const whole = createRequestHandler(build, mode)
  const narrow = new Map<string, Handler>()

  return (request, context) => {
    const id = pageOf(new URL(request.url).pathname)
    if (id === undefined) return whole(request, context)
    let handler = narrow.get(id)
    if (!handler) {
      handler = createRequestHandler(narrowed(build, id), mode)
      narrow.set(id, handler)
    }
    return handler(request, context)
  }
}

/** The page that a path leads to; undefined where only a splat would match, and for the bare data of a page. */
export function finderOf(routes: Routes): (pathname: string) => string | undefined {
  const router = new SmartRouter<string>({ routers: [new RegExpRouter(), new TrieRouter()] })
  const pages = Object.values(routes).flatMap(({ id, path, index }) => {
    const isPage = index === true || (path !== undefined && path !== '' && !path.includes('*'))
    return isPage ? [{ id, path: fullPath(routes, id) }] : []
  })
  // The first that fits is taken, and Remix prefers the page with fewer parameters.
  for (const { id, path } of pages.toSorted((a, b) => rankOf(a.path).localeCompare(rankOf(b.path)))) {
    router.add('GET', path, id)
  }
  return (pathname) => {
    const asked = pathname.replace(/\/+$/, '')
    if (asked.endsWith('.data')) return undefined
    return router.match('GET', asked === '' ? '/' : asked)[0][0]?.[0]
  }
}

function fullPath(routes: Routes, id: string): string {
  const segments = wayTo(routes, id).flatMap((step) => routes[step]?.path || [])
  return `/${segments.join('/')}`
}

/** Fixed segments before parameters, from left to right. */
function rankOf(path: string): string {
  return path.replace(/[^/]+/g, (segment) => (segment.startsWith(':') ? '1' : '0'))
}

/** From the root to the page. */
function wayTo(routes: Routes, id: string): string[] {
  const parent = routes[id]?.parentId
  return parent === undefined ? [id] : [...wayTo(routes, parent), id]
}

function narrowed(build: ServerBuild, id: string): ServerBuild {
  const way = wayTo(build.routes, id)
  const routes = Object.entries(only(way, build.routes)).map(([key, route]) => [key, unsending(route)])
  return {
    ...build,
    routes: Object.fromEntries(routes) as Routes,
    assets: { ...build.assets, routes: only(way, build.assets.routes) },
  }
}

/**
 * Remix writes down all that the loaders of a page return, for a browser that would go on without the server. Pages are
 * documents and nobody reads it, but writing it costs a tenth of a list. Into what bears the mark of a redirect it does not
 * look; pages do not see the mark.
 */
function unsending(route: Routes[string]): Routes[string] {
  const { loader } = route.module
  if (!loader) return route
  const unsent = async (args: LoaderFunctionArgs) => {
    const data: unknown = await loader(args)
    const isOpen = typeof data === 'object' && data !== null && Object.isExtensible(data)
    return isOpen ? Object.defineProperty(data, withoutContent, { value: undefined }) : data
  }
  return { ...route, module: { ...route.module, loader: unsent as typeof loader } }
}

function only<T>(ids: readonly string[], all: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(all).filter(([id]) => ids.includes(id)))
}
