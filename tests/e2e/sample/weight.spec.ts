import { join } from 'node:path'
import { openDatabase } from '#db/connect.server'
import { cast, samplePassword } from '#db/seed/cast'
import { weigh, weighFirstLoad } from '#tests/bench/exact'
import { pagesIn } from '#tests/bench/pages'
import { failuresOf } from '#tests/bench/report'
import { startSample } from '#tests/e2e/support/servers'
import { expect, test } from '#tests/e2e/support/site'
import { signIn } from '#tests/support/visitor'

/* What `npm run bench` says of every size, of the sample town alone: the figures that are the same on every machine. */

test('pages ask the database eight times at most, and weigh no more than they may', async () => {
  const server = await startSample({ BENCH: '1' })
  const connections = openDatabase(`sqlite:${join(server.dataDir, 'kaizen.db')}`)
  const pages = await pagesIn(connections.reader)
  await connections.close()
  const cookieOf = async (role: string) => {
    const { employeeNumber = '' } = cast.find((person) => person.role === role) ?? {}
    return (await signIn(server.origin, employeeNumber, samplePassword)).cookie
  }
  const town = { server, cookies: { employee: await cookieOf('職員'), head: await cookieOf('課長') } }
  const lines = []
  const firstLoads = []
  for (const page of pages) {
    const where = { page: page.name, bar: page.bar, dialect: 'sqlite', size: 2_000 }
    lines.push({ ...where, exact: await weigh(town, page) })
    firstLoads.push({ page: page.name, ...(await weighFirstLoad(town, page)) })
  }
  expect(failuresOf({ lines, firstLoads, towns: [] })).toEqual([])
  await server.stop()
})
