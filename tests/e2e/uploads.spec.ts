import type { Page } from '@playwright/test'
import { refusals } from '#app/domain/attachments/refusals'
import { paths } from '#app/web/paths'
import { photoOf } from '#tests/support/uploads.server'
import { expectAccessible } from './support/axe'
import { choice, expectDone, field, file, follow, press } from './support/forms'
import { expect, test } from './support/site'

/* Photos and documents as a browser sends them. */

const text = (bytes: number) => ({
  name: '覚え書き.txt',
  mimeType: 'text/plain',
  buffer: Buffer.alloc(bytes, 'a'),
})

/** Makes uploads so slow that the progress can be read. */
async function throttle(page: Page): Promise<(bytesPerSecond: number) => Promise<void>> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Network.enable')
  return async (bytesPerSecond) => {
    await devtools.send('Network.emulateNetworkConditions', {
      ...{ offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: bytesPerSecond },
    })
  }
}

test('a photo is shown before it is sent, and attached after', async ({ as, small }) => {
  const page = await as('member')
  await page.goto(paths.practiceAttachments(small.objects.ids.practiceDraft))
  const photo = await photoOf('撮影者', { width: 1_200, height: 900 })
  await file(page, 'ファイル').setInputFiles({ name: '窓口.jpg', mimeType: 'image/jpeg', buffer: photo })
  await expect(page.getByText(/^選んだファイル：窓口\.jpg（\d+KB）$/)).toBeVisible()
  const preview = page.locator('.chosen-photo')
  await expect(preview).toHaveJSProperty('complete', true)
  expect(await preview.evaluate((image: HTMLImageElement) => image.naturalHeight)).toBe(1_200)
  await expectAccessible(page, 'a photo that is chosen')

  await press(page, '付ける')
  const summary = page.locator('#error-summary')
  await expect(summary).toBeFocused()
  await expect(preview, 'what was chosen is still there').toBeVisible()
  await choice(page, '改善前').check()
  await field(page, '説明').fill('窓口の前に並ぶ人')
  await press(page, '付ける')
  await expectDone(page, 'ファイルを付けました。')
  await expect(page.getByRole('img', { name: '窓口の前に並ぶ人' })).toBeVisible()
  await expect(preview, 'the form begins anew').toHaveCount(0)
  await follow(page, '確認へ進む')
  await expect(page.getByRole('heading', { level: 1 }), 'the next step').toHaveText('報告する内容の確認')
})

test('what is sure to be refused is said at once, and not sent', async ({ as, small }) => {
  const page = await as('member')
  await page.goto(paths.practiceAttachments(small.objects.ids.practiceDraft))
  const sent: string[] = []
  page.on('request', (request) => void (request.method() === 'POST' && sent.push(request.url())))
  await file(page, 'ファイル').setInputFiles(text(10 * 1024 * 1024 + 1))
  await expect(page.getByText(`＊${refusals.tooLarge}`)).toBeVisible()
  await choice(page, '資料').check()
  await press(page, '付ける')
  await expect(file(page, 'ファイル')).toBeFocused()
  expect(sent.filter((address) => address.includes('attachments'))).toEqual([])
})

test('a memo takes a photo, shows it first, and says at once what is none', async ({ as }) => {
  const page = await as('author')
  await page.goto(paths.memos())
  await file(page, '写真').setInputFiles(text(100))
  await expect(page.getByText(`＊${refusals.photoAlone}`)).toBeVisible()
  const photo = await photoOf('撮影者', { width: 40, height: 30 })
  await file(page, '写真').setInputFiles({ name: '窓口.jpg', mimeType: 'image/jpeg', buffer: photo })
  await expect(page.locator('.chosen-photo')).toBeVisible()
  await field(page, '気づいたこと').fill('窓口の前がいつも混む')
  await press(page, '残す')
  await expect(page.getByRole('link', { name: '窓口の前がいつも混む' })).toBeVisible()
  await expect(page.locator('.chosen-photo')).toHaveCount(0)
})

test('how much has been sent is shown, said seldom, and can be stopped', async ({ as, small }) => {
  const page = await as('member')
  await page.goto(paths.practiceAttachments(small.objects.ids.practiceDraft))
  const before = await page.getByRole('heading', { name: /^付けた写真と資料/ }).textContent()
  await file(page, 'ファイル').setInputFiles(text(3_000_000))
  await choice(page, '資料').check()
  const slowDown = await throttle(page)
  await slowDown(100_000)
  await press(page, '付ける')
  await expect(page.getByRole('progressbar', { name: '送った割合' })).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: 'ファイルを送っています。' })).toBeVisible()
  await expect(page.getByText(/^\d+%（.*／2\.9MB）$/)).toBeVisible()
  await expectAccessible(page, 'a file that is being sent')
  await press(page, '送るのをやめる')
  await expect(page.getByRole('status').filter({ hasText: '送るのをやめました。' })).toBeVisible()
  await expect(page.getByRole('progressbar')).toHaveCount(0)
  await expect(choice(page, '資料'), 'what was typed stays').toBeChecked()

  await slowDown(1_000_000)
  await press(page, '付ける')
  await expect(page.getByRole('status').filter({ hasText: '半分まで送りました。' })).toBeVisible()
  await expectDone(page, 'ファイルを付けました。')
  const after = page.getByRole('heading', { name: /^付けた写真と資料/ })
  const count = (words: string | null) => Number(/（(\d)／/.exec(words ?? '')?.[1])
  expect(count(await after.textContent())).toBe(count(before) + 1)
})

test.describe('without JavaScript, on a phone', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } })

  test('a file is sent by the form alone', async ({ as, small }) => {
    const page = await as('author')
    await page.goto(paths.proposalAttachments(small.objects.ids.draft))
    await expect(page.getByRole('progressbar')).toHaveCount(0)
    await file(page, 'ファイル').setInputFiles(text(100))
    await press(page, '付ける')
    await expect(page.locator('#error-summary')).toContainText('「覚え書き.txt」をもう一度選んでください')
    await file(page, 'ファイル').setInputFiles(text(100))
    await choice(page, '資料').check()
    await press(page, '付ける')
    await expectDone(page, 'ファイルを付けました。')
  })
})
