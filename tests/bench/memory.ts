import { drive } from './drive'
import { rssMbOf } from './process-cost'
import type { Served } from './served'

export interface Memory {
  readonly requests: number
  readonly mb: number
}

/** The process's memory on the way to so many requests for all pages in turn. */
export async function watchMemory(town: Served, requests: number): Promise<Memory[]> {
  const stops = 5
  const amount = Math.ceil(requests / stops / town.pages.length)
  const watched: Memory[] = [{ requests: 0, mb: rssMbOf(town.server.pid) }]
  for (let stop = 1; stop <= stops; stop += 1) {
    for (const { path, as } of town.pages) {
      await drive(town.server.origin + path, { connections: 8, amount, cookie: town.cookies[as] })
    }
    watched.push({ requests: stop * amount * town.pages.length, mb: rssMbOf(town.server.pid) })
  }
  return watched
}
