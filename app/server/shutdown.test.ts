import { Agent, createServer, get } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { drain } from '#app/server/shutdown'

test('what is being answered is answered to its end, and a browser that keeps its connection holds nothing up', async () => {
  let reached = () => {}
  const isReached = new Promise<void>((resolve) => (reached = resolve))
  const server = createServer({ keepAliveTimeout: 60_000 }, async (_request, response) => {
    reached()
    await pause(300)
    response.end('done')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const agent = new Agent({ keepAlive: true })
  const ask = () =>
    new Promise<string>((resolve, reject) => {
      const asked = get({ port, host: '127.0.0.1', agent }, async (response) => {
        let body = ''
        for await (const part of response) body += String(part)
        resolve(body)
      })
      asked.on('error', reject)
    })

  const answer = ask()
  await isReached
  const started = performance.now()
  await drain(server, 0)

  expect(await answer).toBe('done')
  expect(performance.now() - started).toBeLessThan(5_000)
  await expect(ask()).rejects.toThrow(/ECONNREFUSED|socket hang up/)
  agent.destroy()
})
