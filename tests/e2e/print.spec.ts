import { paths } from '#app/web/paths'
import { cutOff, portrait, print } from './support/paper'
import { expect, test } from './support/site'

/* On A4: everything open, nothing cut, as many sheets as such a paper may have. */

test('a proposal with all that was said about it fits on three sheets', async ({ as, small }) => {
  const page = await as('author')
  await page.goto(paths.proposalPrint(small.objects.ids.implemented))
  const { sheets, sizes } = await print(page)
  expect(sizes).toEqual([portrait])
  expect(sheets).toBeGreaterThanOrEqual(1)
  expect(sheets).toBeLessThanOrEqual(3)
  expect(await cutOff(page)).toEqual([])
  for (const text of [
    '受付番号',
    '順番が分からず',
    '番号札を発行し',
    '実施します',
    '採用します',
    'これまでの経過',
  ]) {
    await expect(page.getByText(text).first(), text).toBeVisible()
  }
  await expect(page.getByRole('navigation')).toHaveCount(0)
  await expect(page.getByText('Ctrl＋P')).toBeHidden()
})

test('a consideration record fits on two sheets, and says when it is no answer yet', async ({
  as,
  small,
}) => {
  const page = await as('head')
  await page.goto(paths.considerationPrint(small.objects.record))
  const { sheets, sizes } = await print(page)
  expect(sizes).toEqual([portrait])
  expect(sheets).toBeLessThanOrEqual(2)
  expect(await cutOff(page)).toEqual([])
  await expect(page.getByText('回答前（下書き）')).toBeVisible()
  await expect(page.getByText('検討中の考え')).toBeVisible()
})

test('the ledger on paper has the days of the screen, each on one line', async ({ as }) => {
  const page = await as('secretariat')
  await page.goto(paths.ledgerPrint())
  const { texts } = await print(page)
  expect(texts.join('')).toContain('R8.')
  expect(texts.join('')).not.toMatch(/\d{4}-\d\d/)
  expect(await cutOff(page, { millimetres: 297 })).toEqual([])
})

for (const [name, address] of Object.entries({
  指標: paths.indicators(),
  改善事例: paths.improvements(),
  ホーム: paths.home(),
})) {
  test(`「${name}」 is printed without its frame, and nothing is cut`, async ({ as }) => {
    const page = await as('head')
    await page.goto(address)
    expect((await print(page)).sizes).toEqual([portrait])
    expect(await cutOff(page)).toEqual([])
    await expect(page.getByRole('banner')).toBeHidden()
    await expect(page.getByRole('contentinfo')).toBeHidden()
  })
}

test('what is folded on the screen is open on paper', async ({ as }) => {
  const page = await as('head')
  await page.goto(paths.indicators())
  await expect(page.getByText('分子：')).toBeHidden()
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByText('分子：')).toBeVisible()
})

test('photos are on the papers of a meeting and in the booklet, no larger than beside much else', async ({
  as,
  small,
}) => {
  const addresses = {
    chair: paths.papersPrint(small.objects.sittings.planned),
    employee: paths.booklet(),
  } as const
  for (const part of ['chair', 'employee'] as const) {
    const page = await as(part)
    await page.goto(addresses[part])
    const photo = page.getByRole('img', { name: '窓口に並ぶ人' })
    await expect(photo).toHaveCount(1)
    const { pictures, sizes, texts } = await print(page)
    expect([pictures, sizes]).toEqual([1, [portrait]])
    expect(texts.join('')).toContain('窓口に並ぶ人')
    expect(await cutOff(page)).toEqual([])
    const box = await photo.boundingBox()
    expect(box?.height, 'of forty millimetres').toBeLessThanOrEqual((40 / 25.4) * 96 + 1)
  }
})
