import { paths } from '#app/web/paths'
import { decline } from './support/meetings'
import { expectDone, follow } from './support/forms'
import { expect, test } from './support/site'

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
