import { expect } from '@playwright/test'
import { paths } from '#app/web/paths'
import { expectDone } from '#tests/e2e/support/forms'
import type { Flow } from './flows'

const carryOver: Flow = {
  does: 'decides what becomes of a project, carries it over, and puts it right afterwards',
  as: 'administrator',
  async run(hand) {
    await hand.page.goto(paths.carryOver(2026))
    await hand.follow('総務部')
    await hand.follow('広報事業')
    await hand.choose('名称変更')
    await hand.press('決める')
    await expect(hand.page.locator('#error-summary')).toContainText('前の年度と違う名前')
    await hand.write('新しい名前', '広報活動事業')
    await hand.press('決める')
    await expectDone(hand.page, '決めました。引き継ぐまでは、まだ何も変わりません。')
    await hand.follow('引き継ぐ内容を確かめる')
    await hand.press('令和8年度に引き継ぐ')
    await expectDone(hand.page, '事務事業を引き継ぎました。')
    await hand.page.goto(paths.carryOver(2026, { text: '広報' }))
    await hand.follow('広報事業')
    await hand.follow('令和8年度の登録')
    await hand.follow('直す')
    await hand.write('事務事業の名前', '広報広聴事業')
    await hand.press('直す')
    await expectDone(hand.page, '事務事業を直しました。')
    await expect(hand.page.getByRole('main')).toContainText('広報活動事業 → 広報広聴事業')
  },
}

/** What is done once a year. */
export const yearFlows: readonly Flow[] = [carryOver]
