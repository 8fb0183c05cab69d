import { expect } from '@playwright/test'
import { paths } from '#app/web/paths'
import { expectDone } from '#tests/e2e/support/forms'
import type { Flow } from './flows'

const jot: Flow = {
  does: 'jots down what was noticed, looks for companions, and makes a report of it',
  as: 'employee',
  async run(hand) {
    await hand.page.goto(paths.home())
    await hand.follow('まだ形にならない気づきを、1行でメモする')
    await hand.write('気づいたこと', '順番を待つ人から番号が見えない')
    await hand.press('残す')
    await expectDone(hand.page, '残しました。')
    await hand.follow('順番を待つ人から番号が見えない')
    await hand.follow('仲間をさがす')
    await hand.choose('全職員')
    await hand.press('決める')
    await expectDone(hand.page, '共有のしかたを決めました。')
    await hand.follow('報告や提案にする')
    await hand.choose('改善の報告')
    await hand.press('下書きを作る')
    await expectDone(hand.page, 'メモの内容で下書きを作りました。')
  },
}

const discard: Flow = {
  does: 'removes a memo, and brings it back',
  as: 'employee',
  async run(hand, { memos }) {
    await hand.page.goto(paths.memo(memos.own))
    await hand.press('メモを消す')
    await expectDone(hand.page, 'メモを消しました。')
    await hand.press('元に戻す')
    await expectDone(hand.page, 'メモを元に戻しました。')
  },
}

const join: Flow = {
  does: 'finds what a colleague looks for companions for, and thinks along',
  as: 'author',
  async run(hand) {
    await hand.page.goto(paths.memos())
    await hand.follow('同じ紙を二度書いている')
    await hand.press('いっしょに考える')
    await expectDone(hand.page, '加わりました。')
  },
}

const lookBack: Flow = {
  does: 'says what became of an improvement of a year ago',
  as: 'member',
  async run(hand, { oldImprovement }) {
    await hand.page.goto(paths.followUp(oldImprovement))
    await hand.choose('続けている', 'radio')
    await hand.write('ひとこと', '案内図を見る人が増えました。')
    await hand.press('「その後」を載せる')
    await expectDone(hand.page, '「その後」を載せました。')
  },
}

const apply: Flow = {
  does: 'answers whether an improvement would do for the section, too',
  as: 'otherHead',
  async run(hand) {
    await hand.page.goto(paths.rounds())
    await hand.choose('採り入れる', 'radio')
    await hand.press('回答する')
    await expectDone(hand.page, '回答しました。')
  },
}

const explain: Flow = {
  does: 'writes down for others how an improvement of the section is copied, and corrects what was refused',
  as: 'head',
  async run(hand, { oldImprovement }) {
    await hand.page.goto(paths.improvement(oldImprovement))
    await hand.follow('「まねするときに」を書く')
    await hand.press('保存する')
    await expect(hand.page.locator('#error-summary')).toContainText('どれかを入力してください')
    await hand.write('手順', '1. 札の色を決める。\n2. 床に同じ色を貼る。')
    await hand.write('問い合わせ先', '市民課 窓口担当（内線 2345）')
    await hand.press('保存する')
    await expectDone(hand.page, '「まねするときに」を保存しました。')
  },
}

/** What the flow before wrote. */
const learn: Flow = {
  does: 'reads in another section how it is copied, on the page and in the booklet, and goes on to do it',
  as: 'employee',
  async run(hand, { oldImprovement }) {
    await hand.page.goto(paths.booklet())
    await expect(
      hand.page.getByRole('article').filter({ hasText: '床に同じ色を貼る。' }).last(),
    ).toContainText('市民課 窓口担当（内線 2345）')
    await hand.page.goto(paths.improvement(oldImprovement))
    const guide = hand.page.getByRole('region', { name: 'まねするときに' })
    await expect(guide).toContainText('2. 床に同じ色を貼る。')
    await expect(hand.page.getByRole('link', { name: '「まねするときに」を' })).toHaveCount(0)
    await hand.follow('うちの課でもやる')
    await hand.choose('やってみたい')
    await hand.press('記録する')
    await expectDone(hand.page, '記録しました。')
  },
}

export const libraryFlows: readonly Flow[] = [jot, discard, join, lookBack, explain, learn, apply]
