import { fiscalYearLabel } from '#app/domain/calendar'
import { effectTagsOf, type IctKind } from '#app/domain/effects'
import {
  type DownloadedImprovement,
  listImprovementsToDownload,
} from '#app/domain/improvements/listing.server'
import { searchImprovementsToDownload } from '#app/domain/search/finding.server'
import { readQuery } from '#app/domain/search/query'
import { listSynonyms } from '#app/domain/search/synonyms.server'
import { stateLabel } from '#app/ui/improvements/improvement-list'
import { effectTagLabels, ictKindLabels } from '#app/ui/words'
import { csvResponse } from '#app/web/csv'
import { admitSearch } from '#app/web/pace.server'
import { page } from '#app/web/page.server'
import { conditionsOf, filterOf } from './filter'

const head = [
  '番号',
  '種別',
  '年度',
  '名前',
  '概要',
  '部',
  '課',
  '取り組んだ人',
  'よくなったこと',
  '削減時間（分／年）',
  '金額の効果（円／年）',
  '効果の続き方',
  '使ったICT',
  '状態',
  '実施日',
  '登録日',
]

/** The library as a file, as it is filtered on the screen. */
export const loader = page(async ({ actor, db, today, url }) => {
  const filter = filterOf(url)
  const conditions = conditionsOf(filter)
  await admitSearch(actor.personId)
  const query = filter.q === '' ? null : readQuery(filter.q, await listSynonyms(db))
  const rows = query
    ? await searchImprovementsToDownload(db, query, conditions)
    : await listImprovementsToDownload(db, conditions)
  return csvResponse(`改善事例_${today}.csv`, [head, ...rows.map(lineOf)])
})

function lineOf(row: DownloadedImprovement): (string | number)[] {
  return [
    row.id,
    row.practiceId === null ? '職員提案' : '一人一改善',
    fiscalYearLabel(row.fiscalYear),
    row.title,
    row.excerpt,
    row.bureauName,
    row.departmentName,
    row.authors,
    effectTagsOf(row.effectTags)
      .map((tag) => effectTagLabels[tag])
      .join('、'),
    row.minutesPerYear ?? '',
    row.yenPerYear ?? '',
    row.recurring === 1 ? '毎年' : '今回かぎり',
    row.ictKind === null ? '' : ictKindLabels[row.ictKind as IctKind],
    stateLabel(row.state),
    row.implementedOn ?? '',
    row.publishedOn,
  ]
}
