import type { Browser, BrowserContext, Page } from '@playwright/test'
import { type Part, tokenOf } from '#tests/access/parts.server'
import { noteComplaints } from './complaints'

/** Pages that are kept from test to test, since a new browser begins with an empty cache. */
export class Onlookers {
  private readonly browser: Browser
  private readonly pages = new Map<string, Promise<Page>>()
  private complaints: string[] = []

  constructor(browser: Browser) {
    this.browser = browser
  }

  async at(origin: string, part: Part, complaints: string[]): Promise<Page> {
    this.complaints = complaints
    const key = `${origin} ${part}`
    const page = this.pages.get(key) ?? this.open(origin, part)
    this.pages.set(key, page)
    return page
  }

  async leave(): Promise<void> {
    for (const page of this.pages.values()) await (await page).context().close()
  }

  private async open(origin: string, part: Part): Promise<Page> {
    const context = await openContext(this.browser, origin, part)
    context.on('page', (page) => noteComplaints(page, (complaint) => this.complaints.push(complaint)))
    return context.newPage()
  }
}

/** The browser of this part of the small town, with the settings of the test that asks. */
export async function openContext(browser: Browser, origin: string, part: Part): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: origin })
  if (part !== 'stranger') {
    await context.addCookies([{ name: 'sid', value: tokenOf(part), url: origin, httpOnly: true }])
  }
  return context
}
