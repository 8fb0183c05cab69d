import type { Page } from '@playwright/test'
import { expectAccessible, isLong } from '#tests/e2e/support/axe'
import { expect, test } from '#tests/e2e/support/site'
import { acceptsNothing, sendEmptied } from './emptied'
import { addressOf, empty, forbidden, listScreens, meantFor, missing, type Visit } from './screens'

/* Every page of the site map in all its states, wide and narrow. */

test.describe.configure({ mode: 'parallel' })

for (const screen of listScreens()) {
  test(`${screen.path} stands in nobody’s way`, async ({ small, empty: newborn, looking }) => {
    for (const visit of [
      ...meantFor(screen, small.objects),
      ...(isLong ? [...forbidden(screen, small.objects), ...missing(screen)] : []),
    ]) {
      await look(await looking(small, visit.as), visit)
    }
    for (const visit of isLong ? empty(screen) : []) await look(await looking(newborn, visit.as), visit)
  })

  const sender = screen.verb?.may.find((part) => part !== 'stranger')
  // Of every form only in the long run: the gate is to stay below a quarter of an hour.
  if (!isLong || !screen.verb || acceptsNothing[screen.path]) continue

  test(`${screen.path}, sent empty, says what is missing and where`, async ({ small, looking }) => {
    const page = await looking(small, screen.path === '/sign-in' ? 'stranger' : (sender ?? 'stranger'))
    await page.goto(addressOf(screen, small.objects))
    expect(
      await sendEmptied(page),
      'a form that may be sent empty stands in `acceptsNothing` of tests/e2e/accessibility/emptied.ts, with its reason',
    ).toBe(422)
    await expect(page.locator('#error-summary')).toBeFocused()
    await expect(page).toHaveTitle(/^エラー：/)
    const places = await page
      .locator('#error-summary a[href^="#"]')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
    for (const place of places)
      await expect(page.locator(place.replaceAll(/([.[\]])/g, '\\$1')), place).toBeAttached()
    if (isLong) await expectAccessible(page, `${screen.path}, refused`)
  })
}

/** Who is refused or finds nothing sees one and the same page, whatever was asked for: it is looked at once. */
const refusalsSeen = new Set<string>()

async function look(page: Page, { as, what, address, status }: Visit): Promise<void> {
  const answer = await page.goto(address)
  expect(answer?.status(), `${address} ${what}`).toBe(status)
  const refusal = `${status} ${as}`
  if (status >= 400 && refusalsSeen.has(refusal)) return
  refusalsSeen.add(refusal)
  await expectAccessible(page, `${address} ${what}`)
}
