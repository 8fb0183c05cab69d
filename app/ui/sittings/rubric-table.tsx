import { type Rubric, tieBreakLabels } from '#app/domain/evaluation/rubric'
import { SummaryList } from '#app/ui/summary-list'
import { DataTable } from '#app/ui/table'

/** A rubric to be read: by its members, and by everybody once it is frozen. */
export function RubricTable({ rubric, reason }: { rubric: Rubric; reason: string }) {
  const points = (value: number | null, unit: string) => (value === null ? 'なし' : `${value}${unit}`)
  return (
    <>
      <p>{reason}</p>
      <DataTable
        caption="評価項目"
        rows={rubric.criteria}
        keyOf={({ name }) => name}
        columns={[
          { key: 'name', label: '名前', names: true, cell: ({ name }) => name },
          { key: 'weight', label: '配点', figures: true, cell: ({ weight }) => `${weight}点` },
          {
            key: 'meanings',
            label: '1〜5の目安',
            cell: ({ meanings }) =>
              meanings.map((meaning, place) => (
                <span key={meaning} className="block">
                  {place + 1}　{meaning}
                </span>
              )),
          },
        ]}
      />
      <SummaryList
        rows={[
          { label: '最少の採点者数', value: `${rubric.minimumScorers}人` },
          { label: '「採用」の目安', value: points(rubric.adoptFrom, '点以上') },
          { label: '「育てる」の目安', value: points(rubric.studyFrom, '点以上') },
          { label: '上位の件数', value: points(rubric.cutAfter, '件まで') },
          { label: '同点のとき', value: tieBreakLabels[rubric.tieBreak] },
        ]}
      />
    </>
  )
}
