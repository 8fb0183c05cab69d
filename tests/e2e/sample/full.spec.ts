import { paths } from '#app/web/paths'
import { expectAccessible } from '#tests/e2e/support/axe'
import { expect, type Role, test } from '#tests/e2e/support/site'

/* The pages that grow, with three years of a city hall in them, wide and narrow. For the long run. */

const fullOf = {
  職員: [
    paths.home(),
    paths.proposals(),
    paths.improvements(),
    paths.improvements({ q: '窓口' }),
    paths.indicators(),
  ],
  課長: [paths.home(), paths.practicesToConfirm(), paths.considerations()],
  事務局: [paths.home(), paths.intake(), paths.ledger(), paths.indicatorProjects(), paths.notifications()],
  '事務改善委員会 委員長': [paths.home(), paths.triage()],
} as const satisfies Partial<Record<Role, readonly string[]>>

for (const [role, pages] of Object.entries(fullOf)) {
  test(`full pages stand in nobody’s way: ${role}`, async ({ inRole }) => {
    test.setTimeout(120_000)
    const page = await inRole(role as Role)
    for (const address of pages) {
      expect((await page.goto(address))?.status(), address).toBe(200)
      await expectAccessible(page, `${role} ${address}`)
    }
  })
}
