import { paths } from '#app/web/paths'
import { markOf } from '#tests/access/objects.server'
import { decline } from './support/meetings'
import { choice, expectDone, field, follow, press } from './support/forms'
import { expect, test } from './support/site'

test('what is ticked stays ticked while the page follows the others', async ({ as, small }) => {
  const { begun } = small.objects.sittings
  const watching = await as('secretariat')
  await watching.goto(paths.sitting(begun))
  const box = watching.getByRole('checkbox', { name: `${markOf('inMeeting')}を選ぶ`, exact: true })
  await box.check()
  await watching.route(`**${paths.sitting(begun)}`, async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, body: withOneMoreBefore(await response.text()) })
  })

  const chair = await as('chair')
  await chair.goto(paths.sittingEdit(begun))
  await field(chair, '場所').fill('第二委員会室')
  await press(chair, '予定を変える')

  await expect(watching.getByText('第二委員会室')).toBeVisible({ timeout: 15_000 })
  await expect(watching.getByText(/に、新しい内容に更新しました。/)).toBeVisible()
  await expect(box).toBeChecked()
  await expect(box).toBeFocused()
  await expect(watching.getByRole('checkbox', { name: '先の提案' })).not.toBeChecked()
})

/** The page as if another proposal had come before the first one. */
function withOneMoreBefore(html: string): string {
  const first = /<tr>(?:(?!<\/tr>).)*name="chosen".*?<\/tr>/s.exec(html)?.[0] ?? ''
  const other = first
    .replace(/id="chosen-\d+"/, 'id="chosen-0"')
    .replace('aria-label="', 'aria-label="先の提案：')
  return html.replace(first, other + first)
}

test('who watches a meeting sees what is decided, without touching anything', async ({ as, small }) => {
  const place = paths.proposal(small.objects.ids.inMeeting)
  const watching = await as('chair')
  await watching.goto(place)
  await follow(watching, '議題を開く')
  await expect(watching.getByRole('link', { name: '表示を更新する' })).toBeVisible()
  await expect(watching.getByRole('link', { name: '判定を記録する' })).toBeVisible()

  const clerk = await as('secretariat')
  await clerk.goto(place)
  await follow(clerk, '議題を開く')
  await follow(clerk, '判定を記録する')
  await decline(clerk)
  await expectDone(clerk, '結果を記録しました。')

  await expect(watching.getByText(/に、新しい内容に更新しました。/)).toBeVisible({ timeout: 15_000 })
  await expect(watching.getByRole('link', { name: '判定を記録する' })).toHaveCount(0)
})

test('an item that is moved by its arrow has the focus on it, to be moved on', async ({ as, small }) => {
  const { planned } = small.objects.sittings
  const clerk = await as('secretariat')
  await clerk.goto(paths.sittingAgenda(planned))
  await choice(clerk, markOf('awaiting')).check()
  await press(clerk, '議題に加える')
  await clerk.goto(paths.sittingOrder(planned))
  const other = markOf('onAgenda')
  const arrow = (way: string) => clerk.getByRole('button', { name: `${way}：${other}`, exact: true })
  await arrow('下へ').press('Enter')
  await expect(arrow('上へ'), 'at the end there is only the way back').toBeFocused()
  await arrow('上へ').press('Enter')
  await expect(arrow('下へ')).toBeFocused()
})
