import type { ActionFunctionArgs } from '@remix-run/node'
import siteMap from '#app/routes'
import type { Guard } from '#app/web/page.server'

interface Entry {
  path?: string
  index?: boolean
  file: string
  children?: Entry[]
}

export type Run = ((args: ActionFunctionArgs) => Promise<unknown>) & { readonly guard?: Guard }

/** A loader (GET) or an action (POST) of the site map. */
export interface Entrance {
  /** 「GET /proposals/:id」 */
  readonly name: string
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly run: Run
}

/** Every loader and action there is: of the root and of each route of the site map. */
export async function listEntrances(): Promise<Entrance[]> {
  const routes = [{ path: '(root)', file: 'root.tsx' }, ...listRoutes()]
  const listed = await Promise.all(
    routes.map(async ({ path, file }): Promise<Entrance[]> => {
      const { loader, action } = await moduleOf(file)
      return [
        ...(loader ? [{ name: `GET ${path}`, method: 'GET' as const, path, run: loader }] : []),
        ...(action ? [{ name: `POST ${path}`, method: 'POST' as const, path, run: action }] : []),
      ]
    }),
  )
  return listed.flat()
}

/** 「/proposals/:id」 with its file, for each route of the site map. */
export function listRoutes(): { path: string; file: string }[] {
  return flatten(siteMap as Entry[])
}

async function moduleOf(file: string): Promise<{ loader?: Run; action?: Run }> {
  return import(/* @vite-ignore */ new URL(`../../app/${file}`, import.meta.url).pathname)
}

function flatten(entries: Entry[], parent = ''): { path: string; file: string }[] {
  return entries.flatMap(({ path = '', file, children = [] }) => {
    const own = `${parent}/${path}`.replace(/\/+/g, '/').replace(/(.)\/$/, '$1')
    return [{ path: own, file }, ...flatten(children, own)]
  })
}
