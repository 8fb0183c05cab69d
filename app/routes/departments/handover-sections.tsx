import type { ReactNode } from 'react'
import { type Day, dayOf, warekiShort } from '#app/domain/calendar'
import type { Handover } from '#app/domain/handover.server'
import { type Column, DataTable } from '#app/ui/table'
import { statusLabels } from '#app/ui/words'
import { paths } from '#app/web/paths'

interface Matter {
  readonly id: number
  readonly title: string
  readonly receiptNumber: string | null
  readonly dueOn: Day | null
}

/** What goes on with the post, each kind by its days. */
export function HandoverSections({ handover }: { handover: Handover }) {
  return (
    <>
      <Matters
        title="回答していない検討"
        rows={handover.considerations}
        hrefOf={paths.consideration}
        due="回答の期限"
        more={[
          {
            key: 'state',
            label: '状況',
            cell: ({ takenUpAt, askedAt, isLead, round }) =>
              [
                takenUpAt ? `検討中（${warekiShort(dayOf(takenUpAt))}受け付け）` : '受け付け待ち',
                `${warekiShort(dayOf(askedAt))}照会`,
                ...(isLead ? ['主管課'] : []),
                ...(round > 1 ? [`${round}回目`] : []),
              ].join('、'),
          },
        ]}
      />
      <Matters
        title="回答していない合議"
        rows={handover.consultations}
        hrefOf={paths.consultation}
        due="検討の期限"
        more={[{ key: 'by', label: '検討している課', cell: ({ byDepartmentName }) => byDepartmentName }]}
      />
      <Matters
        title="確認する改善の報告"
        rows={handover.reports}
        hrefOf={paths.practice}
        due="確認の期限"
        more={[{ key: 'from', label: '報告した課', cell: ({ departmentName }) => departmentName }]}
      />
      <Matters
        title="実施する提案"
        rows={handover.implementations}
        hrefOf={paths.proposal}
        due="次の報告・予定日"
        more={[
          { key: 'state', label: '状況', cell: ({ status }) => statusLabels[status] },
          { key: 'owner', label: '担当', cell: ({ owner }) => owner || '－' },
        ]}
      />
      <Matters
        title="育てる提案（主管課）"
        rows={handover.held}
        hrefOf={paths.proposal}
        due="再検討日"
        more={[{ key: 'helper', label: '伴走する人', cell: ({ helperName }) => helperName }]}
      />
      <Matters
        title="回答していない「うちの課では？」"
        rows={handover.rounds}
        hrefOf={paths.improvement}
        due="回答の期限"
        more={[{ key: 'from', label: '改善した課', cell: ({ departmentName }) => departmentName }]}
      />
      <Matters
        title="「その後」を書く改善（報告した人が異動したもの）"
        rows={handover.followUps}
        hrefOf={paths.followUp}
        due="期限"
        more={[{ key: 'since', label: '登録', cell: ({ publishedOn }) => warekiShort(publishedOn) }]}
      />
    </>
  )
}

function Matters<Row extends Matter>({
  title,
  rows,
  hrefOf,
  due,
  more,
}: {
  title: string
  rows: readonly Row[]
  hrefOf: (id: number) => string
  due: string
  more: readonly Column<Row>[]
}): ReactNode {
  return (
    <section className="flow">
      <h2>
        {title}（{rows.length}件）
      </h2>
      {rows.length === 0 ? (
        <p>ありません。</p>
      ) : (
        <DataTable
          caption={title}
          captionHidden
          rows={rows}
          keyOf={({ id }) => id}
          columns={[
            {
              key: 'due',
              label: due,
              cell: ({ dueOn }) => (dueOn === null ? '－' : warekiShort(dueOn)),
            },
            {
              key: 'title',
              label: '件名',
              names: true,
              cell: ({ id, title: name }) => <a href={hrefOf(id)}>{name}</a>,
            },
            { key: 'number', label: '受付番号', cell: ({ receiptNumber }) => receiptNumber ?? '－' },
            ...more,
          ]}
        />
      )}
    </section>
  )
}
