import autocannon from 'autocannon'

/** Asks for a page so many times over so many connections. Returns what each answer took, in milliseconds. */
export async function drive(
  url: string,
  { connections, amount, cookie }: { connections: number; amount: number; cookie: string },
): Promise<number[]> {
  const times: number[] = []
  const refused = new Set<number>()
  const headers = { cookie, 'accept-encoding': 'br' }
  const run = autocannon({ url, connections, amount, headers })
  void run.on('response', (_client: unknown, status: number, _bytes: number, ms: number) => {
    times.push(ms)
    if (status !== 200) refused.add(status)
  })
  const { errors, timeouts } = await run
  if (refused.size > 0 || errors > 0 || timeouts > 0) {
    throw new Error(`${url}: ${[...refused].join(', ')} ${errors} errors, ${timeouts} timeouts`)
  }
  return times
}

export function quantile(values: readonly number[], share: number): number {
  const inOrder = values.toSorted((a, b) => a - b)
  return inOrder[Math.min(inOrder.length - 1, Math.floor(inOrder.length * share))] ?? 0
}
