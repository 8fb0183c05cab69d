import type { Page } from '@playwright/test'
import { paths } from '#app/web/paths'
import { choice, expectDone, follow, press, write } from './forms'
import { beginMeeting } from './meetings'

/* What the committee does with an item besides deciding about it. */

/** 育てる, with somebody of the sample town who helps it on. */
export async function hold(chair: Page, place: string, title: string): Promise<void> {
  await chair.goto(place)
  await follow(chair, title)
  await follow(chair, '育てる（継続検討）')
  await write(chair, { 理由: '検針の委託の更新に合わせます。', 再検討日: 'R9.2.1' })
  await write(chair, { '伴走する人の職員番号（一覧にいないとき）': '001488' })
  await press(chair, '育てることに決める')
  await expectDone(chair, '育てることに決めました。')
}

/** 政策会議に付議する, as a 発議. */
export async function refer(chair: Page, place: string, title: string): Promise<void> {
  await chair.goto(place)
  await follow(chair, title)
  await follow(chair, '政策会議に付議する')
  await choice(chair, '発議').check()
  await write(chair, { 概要: '全部の学校で行う。', 求める決定: '来年度からの実施。' })
  await press(chair, '政策会議に付議する')
  await expectDone(chair, '政策会議に付議しました。')
}

/** 政策会議 plans a meeting of this day about it, and decides. */
export async function decideInCouncil(council: Page, title: string, heldOn: string): Promise<void> {
  await council.goto(paths.home())
  await follow(council, `政策会議の結果を記録：${title}`)
  await follow(council, '会議の議題に入れる')
  await follow(council, '会議を予定する')
  await write(council, { 会議の日: heldOn })
  await press(council, '会議を予定する')
  await choice(council, title).check()
  await press(council, '議題に加える')
  await beginMeeting(council)
  await follow(council, title)
  await follow(council, '政策会議の結果を記録する')
  await write(council, { 会議の結果: '了承。' })
  await choice(council, '趣旨採用').check()
  await write(council, { 理由: '学校ごとに進めます。' })
  await press(council, '政策会議の結果を記録する')
  await expectDone(council, '政策会議の結果を記録しました。')
}
