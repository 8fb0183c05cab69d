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

export const libraryFlows: readonly Flow[] = [jot, discard, join, lookBack, apply]
