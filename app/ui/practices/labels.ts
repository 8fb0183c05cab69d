/** The fields of a report in the order of its form. */
export const practiceLabels = {
  title: '改善の名前',
  projectIds: '対象の事務事業',
  otherProjectIds: 'ほかの課の事務事業',
  before: '前はどうだったか',
  change: '変えたこと',
  effectTags: 'よくなったこと',
  hoursPerYear: '1年間に削減できる時間',
  minutesEach: '1回に減る時間',
  timesPerYear: '1年間の回数',
  peopleCount: '人数',
  yenPerYear: '1年間の金額の効果',
  calculationBasis: '計算の根拠',
  recurring: '効果の続き方',
  ictKind: '使ったICT',
  implementedOn: 'いつから',
  memberIds: 'いっしょに取り組んだ人',
} as const

/** What can be picked from a list: as plain as it must be to travel from a loader. */
export interface Pickable {
  readonly value: string
  readonly label: string
}
