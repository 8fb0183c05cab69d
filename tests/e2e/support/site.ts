import { test as base, type BrowserContext, expect, type Page } from '@playwright/test'
import { paths } from '#app/web/paths'
import { cast } from '#db/seed/cast'
import type { Part } from '#tests/access/parts.server'
import { noteComplaints } from './complaints'
import { Onlookers, openContext } from './onlookers'
import {
  type EmptyServer,
  type HostileServer,
  type SmallServer,
  startEmpty,
  type SampleServer,
  startHostile,
  startPeopledSample,
  startSample,
  startSmall,
} from './servers'

export type Role = (typeof cast)[number]['role']

interface Running {
  readonly origin: string
  stop(): Promise<void>
}

/** The servers of one file; the next file in the same worker begins with new ones. */
class Servers {
  private file = ''
  private readonly running = new Map<() => Promise<Running>, Promise<Running>>()

  async of<Server extends Running>(file: string, start: () => Promise<Server>): Promise<Server> {
    if (file !== this.file) await this.stop()
    this.file = file
    const server = (this.running.get(start) as Promise<Server> | undefined) ?? start()
    this.running.set(start, server)
    return server
  }

  async stop(): Promise<void> {
    for (const server of this.running.values()) await (await server).stop()
    this.running.clear()
  }
}

interface Site {
  /** The small town with one object in every stage, shared by the tests of a file. */
  small: SmallServer
  empty: EmptyServer
  sample: SampleServer
  /** Whether people of the sample town besides its cast have sessions there; see desks.ts. */
  peopled: boolean
  hostile: HostileServer
  /** A page of a browser that is signed in as this part of the small town. */
  as: (part: Part) => Promise<Page>
  /** The same on another server. */
  at: (server: { readonly origin: string }, part: Part) => Promise<Page>
  /** A page kept for all tests of a worker, for those who only look and leave nothing behind. */
  looking: (server: { readonly origin: string }, part: Part) => Promise<Page>
  /** Signs in as a person of the sample town does, by the button of the sign-in page; the same page when asked again. */
  inRole: (role: Role) => Promise<Page>
  /** Of all pages of the test; what is in it at the end fails the test. */
  complaints: string[]
}

export const test = base.extend<Site, { servers: Servers; onlookers: Onlookers }>({
  servers: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the pattern
    async ({}, use) => {
      const servers = new Servers()
      await use(servers)
      await servers.stop()
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  onlookers: [
    async ({ browser }, use) => {
      const onlookers = new Onlookers(browser)
      await use(onlookers)
      await onlookers.leave()
    },
    { scope: 'worker' },
  ],
  small: async ({ servers }, use, { file }) => use(await servers.of(file, startSmall)),
  empty: async ({ servers }, use, { file }) => use(await servers.of(file, startEmpty)),
  peopled: [false, { option: true }],
  sample: async ({ servers, peopled }, use, { file }) =>
    use(await servers.of(file, peopled ? startPeopledSample : startSample)),
  hostile: async ({ servers }, use, { file }) => use(await servers.of(file, startHostile)),
  complaints: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the pattern
    async ({}, use) => {
      const complaints: string[] = []
      await use(complaints)
      expect(complaints, 'complaints of the browser').toEqual([])
    },
    { auto: true },
  ],
  looking: async ({ onlookers, complaints }, use) =>
    use((server, part) => onlookers.at(server.origin, part, complaints)),
  inRole: async ({ sample, at }, use) => {
    const signedIn = new Map<Role, Page>()
    await use(async (role) => {
      const page = signedIn.get(role) ?? (await at(sample, 'stranger'))
      if (signedIn.has(role)) return page
      signedIn.set(role, page)
      await page.goto(paths.home())
      const { employeeNumber } = cast.find((person) => person.role === role) ?? { employeeNumber: '' }
      await page.getByRole('listitem').filter({ hasText: employeeNumber }).getByRole('button').click()
      await expect(page.getByRole('heading', { level: 1, name: 'ホーム' })).toBeVisible()
      return page
    })
  },
  as: async ({ small, at }, use) => use((part) => at(small, part)),
  at: async ({ browser, complaints }, use) => {
    const contexts: BrowserContext[] = []
    await use(async ({ origin }, part) => {
      const context = await openContext(browser, origin, part)
      contexts.push(context)
      context.on('page', (page) => noteComplaints(page, (complaint) => complaints.push(complaint)))
      return context.newPage()
    })
    for (const context of contexts) await context.close()
  },
})

export { expect }
