import type { Page } from '@playwright/test'
import { paths } from '#app/web/paths'
import { expect, test } from '#tests/e2e/support/site'
import type { HostileTown } from './town'

/* What is typed is shown as it was typed, and never runs: every hostile string in every text, on every page with it. */

const pagesOf = {
  secretariat: ({ proposals, practices, improvements }) => [
    ...[paths.home(), paths.intake(), paths.ledger(), paths.notifications(), paths.indicatorProjects()],
    ...proposals.flatMap((id) => [paths.proposal(id), paths.proposalPrint(id)]),
    ...practices.slice(-2).map(paths.practice),
    ...[paths.improvements(), ...improvements.slice(-4).map(paths.improvement)],
  ],
  author: ({ proposals }) => [
    ...[paths.home(), paths.contributions(), paths.proposals(), paths.notifications()],
    ...proposals.map(paths.proposal),
  ],
  head: ({ records }) => [
    ...[paths.home(), paths.considerations(), paths.practicesToConfirm()],
    ...records.flatMap((id) => [paths.consideration(id), paths.considerationPrint(id)]),
  ],
  chair: ({ proposals }) => [
    ...[paths.triage(), paths.triage({ view: 'onHold' }), ...proposals.slice(0, 6).map(paths.proposal)],
  ],
} as const satisfies Record<string, (town: HostileTown) => string[]>

for (const [part, pages] of Object.entries(pagesOf)) {
  test(`nothing that anybody has typed runs before the eyes of the ${part}`, async ({ hostile, at }) => {
    test.setTimeout(180_000)
    const page = await at(hostile, part as keyof typeof pagesOf)
    for (const address of pages(hostile)) {
      expect((await page.goto(address))?.status(), address).toBe(200)
      if (/\d/.test(address)) await expect(page.getByRole('main'), address).toContainText('alert(')
      expect(await foreignElements(page), address).toEqual([])
    }
  })
}

test('a search for a script finds it as a text', async ({ hostile, at }) => {
  const page = await at(hostile, 'employee')
  await page.goto(paths.improvements({ q: '<svg onload=alert(16)>' }))
  expect(await foreignElements(page)).toEqual([])
  await expect(page.getByRole('link', { name: '<svg onload=alert(16)>' }).first()).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'ことばで探す' })).toHaveValue('<svg onload=alert(16)>')
})

/** Elements and attributes that no page of ours has: a trace of markup that came out of a text. */
async function foreignElements(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const places =
      'img, iframe, object, embed, video, marquee, base, math, template, meta[http-equiv], body script[src^="data:"]'
    const elements = Array.from(document.querySelectorAll(places), (element) => element.outerHTML)
    const attributes = Array.from(document.querySelectorAll('*')).flatMap((element) =>
      Array.from(element.attributes)
        .filter(({ name, value }) => name.startsWith('on') || /^\s*javascript:/i.test(value))
        .filter(({ ownerElement, name }) => !(name === 'value' && ownerElement instanceof HTMLInputElement))
        .map(({ name, value }) => `${element.tagName} ${name}=${value}`),
    )
    return [...elements, ...attributes]
  })
}
