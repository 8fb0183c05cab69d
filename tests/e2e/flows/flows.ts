import { expect } from '@playwright/test'
import { defaultRubric } from '#app/domain/evaluation/rubric'
import { paths } from '#app/web/paths'
import { markOf, type Objects } from '#tests/access/objects.server'
import type { Signed } from '#tests/access/parts.server'
import { expectDone } from '#tests/e2e/support/forms'
import type { Hand } from './hand'
import { libraryFlows } from './library-flows'
import { yearFlows } from './year-flows'

/** What the city hall does every day, to be done in every way that people use a page. */
export interface Flow {
  readonly does: string
  readonly as: Signed
  run(hand: Hand, objects: Objects): Promise<void>
}

const report: Flow = {
  does: 'reports an improvement, corrects what was refused, and sends it',
  as: 'employee',
  async run(hand) {
    await hand.page.goto(paths.newPractice())
    await hand.write('改善の名前', '相談票を一枚にまとめた')
    await hand.press('確認へ進む')
    await expect(hand.page.locator('#error-summary')).toBeVisible()
    await hand.choose('生活困窮者支援事業')
    await hand.write('変えたこと', '三枚あった相談票を一枚にした。')
    await hand.write('いつから', 'R8.5.20')
    await hand.press('確認へ進む')
    await hand.press('報告する')
    await expectDone(hand.page, '改善を報告しました。')
  },
}

const propose: Flow = {
  does: 'begins a proposal, comes back to the draft, finishes and submits it',
  as: 'author',
  async run(hand) {
    await hand.page.goto(paths.newProposal())
    await hand.write('提案の名前', '待合の椅子を窓口に向ける')
    await hand.press('下書きを保存する')
    await expectDone(hand.page, '下書きを保存しました。')
    await hand.page.goto(paths.contributions())
    await hand.follow('待合の椅子を窓口に向ける')
    await hand.write('今どうなっているか', '呼ばれても気付かない人がいます。')
    await hand.pick('対象の課', '市民', '市民課')
    await hand.write('どう変えるか', '椅子の向きを変えます。')
    await hand.press('確認へ進む')
    await hand.press('提出する')
    await expectDone(hand.page, '提案を提出しました。')
  },
}

const accept: Flow = {
  does: 'receives a proposal and asks two departments',
  as: 'secretariat',
  async run(hand) {
    await hand.page.goto(paths.intake())
    await hand.follow(markOf('submitted'))
    await hand.follow('受け付ける')
    await hand.pick('照会する課', '税務', '税務課')
    await hand.press('選んだ課を加える')
    await hand.choose('税務課', 'radio')
    await hand.write('回答の期限', 'R8.6.30')
    await hand.press('受け付けて検討を依頼する')
    await expectDone(hand.page, '提案を受け付け、課に検討をお願いしました。')
  },
}

const consider: Flow = {
  does: 'writes the consideration record, beginning with a wording of the department',
  as: 'head',
  async run(hand) {
    await hand.page.goto(paths.considerations())
    await hand.follow(markOf('considering'))
    await hand.select('ひな形', '改修を待つもの')
    await hand.press('空いている欄に入れる')
    await expectDone(hand.page, '空いていた欄にひな形を入れ、下書きを保存しました。')
    await hand.choose('一部実施する')
    await hand.write('実施する部分', '住民票の窓口。')
    await hand.write('理由', '人の多い窓口から始めるのがよいと考えます。')
    await hand.press('回答する')
    await expectDone(hand.page, '回答しました。')
  },
}

/** One of them was received by the flow before. */
const considerTogether: Flow = {
  does: 'answers several alike at once, corrects what was refused, and reads all of it before it goes out',
  as: 'head',
  async run(hand) {
    await hand.page.goto(paths.considerations())
    await hand.press('選んだ提案にまとめて回答する')
    await expect(hand.page.locator('#error-summary')).toContainText('1件以上選んでください')
    await expect(hand.page).toHaveTitle(/^エラー：/)
    for (const which of ['consulted', 'submitted'] as const) await hand.choose(`${markOf(which)}を選ぶ`)
    await hand.press('選んだ提案にまとめて回答する')
    await hand.choose('現時点では困難')
    await hand.press('確認へ進む')
    await expect(hand.page.locator('#error-summary')).toContainText('困難な理由の区分を選んでください')
    await hand.select('困難な理由の区分', '時期')
    await hand.select('ひな形', '改修を待つもの')
    await hand.press('空いている欄に入れる')
    await expect(hand.page.getByRole('textbox', { name: '何があれば実現できるか' })).toHaveValue(
      '改修の図面ができたとき。',
    )
    await hand.write('理由', '庁舎の改修が近いため、置く場所を改修の図面と一緒に考えます。')
    await hand.press('確認へ進む')
    const chosen = hand.page.getByRole('list', { name: '回答する提案' }).getByRole('listitem')
    await expect(chosen).toHaveText([/consulted.*現時点では困難/, /submitted.*現時点では困難/])
    await hand.press('2件に回答する')
    await expectDone(hand.page, '選んだ提案に回答しました。')
  },
}

const decide: Flow = {
  does: 'decides on a proposal in its meeting',
  as: 'chair',
  async run(hand, { ids }) {
    await hand.page.goto(paths.proposal(ids.inMeeting))
    await hand.follow('議題を開く')
    await hand.follow('判定を記録する')
    await hand.choose('今回は見送り')
    await hand.write('理由', '庁舎の改修が近いため、今回は見送ります。')
    await hand.select('見送りの理由の区分', '時期')
    await hand.write('こうなれば再提案できます', '改修の図面ができたとき。')
    await hand.press('判定を記録する')
    await expectDone(hand.page, '結果を記録しました。')
  },
}

const confirm: Flow = {
  does: 'confirms reports from the list',
  as: 'head',
  async run(hand) {
    await hand.page.goto(paths.practicesToConfirm())
    await hand.choose(markOf('practiceReported'))
    await hand.press('選んだ報告を確認する')
    await expectDone(hand.page, '選んだ報告を確認しました。')
  },
}

const reorganise: Flow = {
  does: 'plans a reorganisation, corrects what was refused, schedules it and takes it back',
  as: 'administrator',
  async run(hand) {
    await hand.page.goto(paths.reorganisations())
    await hand.follow('組織改正の案を作る')
    await hand.write('名前', '令和9年度組織改正')
    await hand.write('施行日', 'R9.4.1')
    await hand.press('案を作る')
    await expectDone(hand.page, '案を作りました。')
    await hand.follow('新設の行を加える')
    await hand.write('新しい所属コード', '020100')
    await hand.write('新しい所属の名前', '広報課')
    await hand.select('部', '総務部')
    await hand.press('加える')
    await expect(hand.page.locator('#error-summary')).toContainText('もう使われています')
    await hand.write('新しい所属コード', '020970')
    await hand.press('加える')
    await expectDone(hand.page, '行を加えました。')
    await hand.follow('移るものを確かめる')
    await expect(hand.page.getByRole('main')).toContainText('所属長の決まっていない所属（1）')
    await hand.press('予定する')
    await expectDone(hand.page, '予定しました。')
    await hand.follow('取り消す')
    await hand.press('取り消す')
    await expectDone(hand.page, '組織改正を取り消しました。')
  },
}

const copy: Flow = {
  does: 'finds what another section did, and does it too',
  as: 'employee',
  async run(hand) {
    await hand.page.goto(paths.improvements())
    await hand.write('ことばで探す', 'practiceConfirmed')
    await hand.press('さがす')
    await hand.follow(markOf('practiceConfirmed'))
    await hand.follow('うちの課でもやる')
    await hand.choose('実施した')
    await hand.press('記録する')
    await expectDone(hand.page, '報告の下書きを作りました。')
    await hand.choose('生活困窮者支援事業')
    await hand.write('いつから', 'R8.5.25')
    await hand.press('確認へ進む')
    await hand.press('報告する')
    await expectDone(hand.page, '改善を報告しました。')
  },
}

const appoint: Flow = {
  does: 'registers an appointment of the next April, and corrects what was refused',
  as: 'administrator',
  async run(hand) {
    await hand.page.goto(paths.people())
    await hand.follow('渡邉 健')
    await hand.follow('発令を登録する')
    await hand.select('所属', '福祉部　福祉課')
    await hand.press('登録する')
    await expect(hand.page.locator('#error-summary')).toBeVisible()
    await hand.select('職位', '課長')
    await hand.write('発令日', 'R9.4.1')
    await hand.press('登録する')
    await expectDone(hand.page, '発令を登録しました。')
  },
}

const score: Flow = {
  does: 'scores what the next meeting is about',
  as: 'chair',
  async run(hand, { ids }) {
    await hand.page.goto(paths.proposal(ids.toScore))
    await hand.follow('議題を開く')
    await hand.follow('採点する')
    for (const { name, weight } of defaultRubric.criteria) await hand.mark(`${name}（${weight}点）`, '4')
    await hand.press('採点を保存する')
    await expectDone(hand.page, '採点する議題は、これですべてです。')
  },
}

const takeIn: Flow = {
  does: 'takes in a list, sees what it would change, and applies it',
  as: 'administrator',
  async run(hand) {
    await hand.page.goto(paths.newImport({ list: 'people' }))
    await hand.attach('CSVファイル', {
      name: '新採用.csv',
      text: '職員番号,氏名,かな\n900001,新井　葵,あらい　あおい',
    })
    await hand.press('確認へ進む')
    await expect(hand.page.getByRole('list', { name: 'ファイルと今の登録の違い' })).toContainText('追加')
    await hand.follow('反映へ進む')
    await hand.press('反映する（1件）')
    await expectDone(hand.page, '取り込みを反映しました。')
  },
}

export const flows: readonly Flow[] = [
  ...[report, propose, accept, consider, considerTogether, score, decide, confirm, copy],
  ...[appoint, takeIn, reorganise],
  ...libraryFlows,
  ...yearFlows,
]
