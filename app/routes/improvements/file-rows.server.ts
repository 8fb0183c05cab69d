import { fiscalYearLabel } from '#app/domain/calendar'
import { effectTagsOf, type IctKind } from '#app/domain/effects'
import { findCasesElsewhere } from '#app/domain/improvements/elsewhere.server'
import {
  type DownloadedImprovement,
  listImprovementsToDownload,
  mostDownloaded,
} from '#app/domain/improvements/listing.server'
import { searchImprovementsToDownload } from '#app/domain/search/finding.server'
import { readQuery } from '#app/domain/search/query'
import { listSynonyms } from '#app/domain/search/synonyms.server'
import { stateLabel } from '#app/ui/improvements/improvement-list'
import { effectTagLabels, ictKindLabels } from '#app/ui/words'
import { admitSearch } from '#app/web/pace.server'
import type { PageArgs } from '#app/web/page.server'
import type { SheetColumn } from '#app/web/xlsx.server'
import { conditionsOf, filterOf } from './filter'

export const fileColumns: readonly SheetColumn[] = [
  { label: '番号', width: 8 },
  { label: '種別', width: 12 },
  { label: '年度', width: 12 },
  { label: '名前', width: 36 },
  { label: '概要', width: 48 },
  { label: '部', width: 16 },
  { label: '課', width: 16 },
  { label: '取り組んだ人', width: 20 },
  { label: 'よくなったこと', width: 20 },
  { label: '削減時間（分／年）', width: 12 },
  { label: '金額の効果（円／年）', width: 14 },
  { label: '効果の続き方', width: 12 },
  { label: '使ったICT', width: 14 },
  { label: '状態', width: 12 },
  { label: '実施日', width: 12 },
  { label: '登録日', width: 12 },
  { label: '取り入れた課の数', width: 10 },
]

/** The first 10,000 of the library as it is filtered and sorted on the screen, a row for each. */
export async function listFileRows(args: PageArgs): Promise<(string | number)[][]> {
  return (await listFound(args)).map(lineOf)
}

/** What a screen shows page by page, at once. */
export async function listFound(
  { actor, db, url, today }: PageArgs,
  limit = mostDownloaded,
): Promise<DownloadedImprovement[]> {
  const filter = filterOf(url)
  const elsewhere = filter.like === undefined ? undefined : await findCasesElsewhere(db, filter.like, today)
  const conditions = conditionsOf(filter, elsewhere)
  await admitSearch(actor.personId)
  const query = filter.q === '' ? null : readQuery(filter.q, await listSynonyms(db))
  return query
    ? searchImprovementsToDownload(db, query, conditions, filter.sort, limit)
    : listImprovementsToDownload(db, conditions, filter.sort, limit)
}

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
    row.copies,
  ]
}
