import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { fiscalYearLabel, wareki } from '#app/domain/calendar'
import { listStories, mostPrinted } from '#app/domain/improvements/booklet.server'
import { findCasesElsewhere } from '#app/domain/improvements/elsewhere.server'
import { listNarrowing } from '#app/domain/improvements/narrowing.server'
import { Photos } from '#app/ui/attachments/photos'
import { effectWords } from '#app/ui/effect-words'
import { guideRows } from '#app/ui/improvements/guide'
import { stateLabel } from '#app/ui/improvements/improvement-list'
import { shelfOrderLabels } from '#app/ui/improvements/library-words'
import { PrintFrame } from '#app/ui/print-frame'
import { SummaryList } from '#app/ui/summary-list'
import { PlainText } from '#app/ui/text'
import { page } from '#app/web/page.server'
import { paths } from '#app/web/paths'
import { titled } from '#app/web/title'
import { attachmentHrefs } from '../attachments/hrefs'
import { appliedTo } from './applied'
import { listFound } from './file-rows.server'
import { filterOf, queryOf } from './filter'

export const loader = page(async (args) => {
  const { db, today, url } = args
  const filter = filterOf(url)
  const found = await listFound(args, mostPrinted + 1)
  const rows = found.slice(0, mostPrinted)
  const stories = await listStories(
    db,
    rows.map(({ id }) => id),
  )
  const cases = filter.like === undefined ? undefined : await findCasesElsewhere(db, filter.like, today)
  const names = await listNarrowing(db, today, filter)
  return {
    ...{ filter, today, more: found.length > rows.length },
    conditions: appliedTo(filter, names, cases).map(({ label }) => label),
    improvements: rows.map(({ effectTags: _tags, excerpt: _excerpt, ...row }) => ({
      ...row,
      story: stories.get(row.id),
    })),
  }
})

export const meta: MetaFunction = () => titled('改善事例集')

/** A4, two improvements a sheet, as they are filtered and sorted on the screen. */
export default function Booklet() {
  const { filter, today, more, conditions, improvements } = useLoaderData<typeof loader>()
  return (
    <PrintFrame
      title="改善事例集"
      backHref={paths.improvements(queryOf(filter))}
      head={[
        { label: '条件', value: conditions.join('　') || 'すべての改善事例' },
        { label: '件数', value: `${improvements.length}件（${shelfOrderLabels[filter.sort]}）` },
        { label: '印刷した日', value: wareki(today) },
      ]}
    >
      {more && (
        <p className="no-print">
          初めの{improvements.length}件を載せています。ほかの事例は、条件を絞り込んでから印刷してください。
        </p>
      )}
      {improvements.length === 0 && <p>条件に合う改善事例はありません。</p>}
      {improvements.length > 0 && (
        <div className="new-page">
          {improvements.map((improvement) => (
            <Case key={improvement.id} improvement={improvement} />
          ))}
        </div>
      )}
    </PrintFrame>
  )
}

type Printed = ReturnType<typeof useLoaderData<typeof loader>>['improvements'][number]

function Case({ improvement }: { improvement: Printed }) {
  const { title, story, authors, fiscalYear, departmentName } = improvement
  const toCopy = story ? guideRows(story.guide) : []
  return (
    <article className="half-page flow">
      <h2>{title}</h2>
      <Photos photos={story?.photos ?? []} hrefs={attachmentHrefs} small />
      <SummaryList
        empty="なし"
        rows={[
          {
            label: '年度と課',
            value: `${fiscalYearLabel(fiscalYear)}　${departmentName}${authors && `　${authors}`}`,
          },
          { label: '状態', value: stateLabel(improvement.state) },
          { label: '前はどうだったか', value: story?.before && <PlainText text={story.before} /> },
          { label: '変えたこと', value: story?.change && <PlainText text={story.change} /> },
          { label: '1年間の効果', value: effectWords(improvement) },
        ]}
      />
      {toCopy.length > 0 && (
        <>
          <h3>まねするときに</h3>
          <SummaryList rows={toCopy} />
        </>
      )}
    </article>
  )
}
