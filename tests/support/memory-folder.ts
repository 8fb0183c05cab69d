import { existsSync, statfsSync } from 'node:fs'

const place = '/dev/shm'
const enough = 2 ** 31

/** Linux's folder that lies in memory, where there is enough of it: nothing of what tests throw away waits for a disk. */
export function memoryFolder(): string | undefined {
  if (!existsSync(place)) return undefined
  const { bavail, bsize } = statfsSync(place)
  return bavail * bsize > enough ? place : undefined
}
