import type { RouteConfigEntry } from '@remix-run/route-config'

/*
 * What the site map is written with. The functions of the same names in @remix-run/route-config do as much, but come with
 * the compiler of Remix, which every process that only reads the map would have to load.
 */

export function route(path: string, file: string, options: { readonly id?: string } = {}): RouteConfigEntry {
  return { path, file, ...options }
}

export function index(file: string): RouteConfigEntry {
  return { file, index: true }
}

export function layout(file: string, children: RouteConfigEntry[]): RouteConfigEntry {
  return { file, children }
}
