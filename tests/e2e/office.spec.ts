import { paths } from '#app/web/paths'
import { press, select, write } from './support/forms'
import { cutOff, portrait, print } from './support/paper'
import { expect, test } from './support/site'

/* What an office gives out on paper, and how an administrator looks through the log. */

test('the handover sheet of a post stands on A4, with what is open and room to sign', async ({
  as,
  small,
}) => {
  const page = await as('head')
  await page.goto(paths.handover(small.objects.town.departments.citizens))
  const { sheets, sizes, texts } = await print(page)
  expect(sizes).toEqual([portrait])
  expect(sheets).toBeLessThanOrEqual(4)
  expect(await cutOff(page)).toEqual([])
  const text = texts.join('')
  for (const words of ['引継書', '市民課', '引き継いだ日', '後任者']) expect(text).toContain(words)
})

test('an initial password is shown once, on a sheet of A4', async ({ as, small }) => {
  const page = await as('administrator')
  await page.goto(paths.initialPassword(small.objects.town.people.suzuki))
  await press(page, '初期パスワードを発行する')
  await expect(page.getByText('本人限り')).toBeVisible()
  const { sheets, sizes, texts } = await print(page)
  expect([sheets, sizes]).toEqual([1, [portrait]])
  expect(await cutOff(page)).toEqual([])
  expect(texts[0]).toContain('000001')
  expect(texts[0]).not.toContain('二度と表示できません')
})

test('the log is narrowed by person, kind and day, saved as CSV with the same lines, and found whole', async ({
  as,
}) => {
  const page = await as('administrator')
  await page.goto(paths.log())
  await page.locator('summary', { hasText: '絞り込む' }).click()
  await write(page, { した人の職員番号: '000009', 初めの日: 'R8.6.1', 終わりの日: 'R8.6.1' })
  await select(page, '種類', '提案を受け付けました')
  await press(page, '絞り込む')
  await expect(page.getByRole('list', { name: '絞り込みの条件' }).getByRole('listitem')).toHaveCount(4)
  const rows = page.getByRole('table').locator('tbody tr')
  const shown = await rows.count()
  expect(shown).toBeGreaterThan(0)
  for (const row of await rows.allInnerTexts()) expect(row).toContain('小林')

  const waiting = page.waitForEvent('download')
  await page.getByRole('link', { name: 'CSVで保存する' }).click()
  const chunks: Buffer[] = []
  for await (const chunk of await (await waiting).createReadStream()) chunks.push(chunk as Buffer)
  const lines = Buffer.concat(chunks).toString('utf8').trim().split('\r\n')
  expect(lines).toHaveLength(shown + 1)

  await page.getByRole('link', { name: '書き換えがないか確かめる' }).click()
  await press(page, '確かめる')
  await expect(page.getByRole('status').filter({ hasText: '書き換えはありません' })).toBeVisible()
})
