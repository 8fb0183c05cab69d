import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { warekiWithWeekday } from '#app/domain/calendar'
import { nameOfSitting } from '#app/domain/committees/sitting'
import { pointsInWords } from '#app/domain/evaluation/score'
import { findAgendaSeenBy } from '#app/domain/proposals/sitting-lines.server'
import { PrintFrame } from '#app/ui/print-frame'
import { stancesColumn } from '#app/ui/sittings/agenda-table'
import { MarkingLink } from '#app/ui/sittings/marking-link'
import { DataTable } from '#app/ui/table'
import { page } from '#app/web/page.server'
import { idParam } from '#app/web/params'
import { paths } from '#app/web/paths'
import { titled } from '#app/web/title'

export const loader = page(async ({ actor, db, params, url }) => {
  const { sitting, lines } = await findAgendaSeenBy(db, actor, idParam(params, 'id'))
  return {
    sitting,
    marked: url.searchParams.has('marked'),
    lines: lines.map(({ id, position, title, receiptNumber, leadDepartmentName, stances, scores }) => ({
      ...{ id, position, title, receiptNumber, leadDepartmentName, stances, mean: scores?.mean ?? null },
    })),
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  titled(`議題：${data ? nameOfSitting(data.sitting) : ''}`)

/** A4 landscape, with room to write. */
export default function PrintedAgenda() {
  const { sitting, lines, marked } = useLoaderData<typeof loader>()
  return (
    <PrintFrame
      title={`${nameOfSitting(sitting)}　議題`}
      landscape
      marking={marked ? '取扱注意' : undefined}
      backHref={paths.sitting(sitting.id)}
      head={[
        { label: '日時', value: `${warekiWithWeekday(sitting.heldOn)}　${sitting.startsAt}` },
        { label: '場所', value: sitting.place },
      ].filter(({ value }) => value)}
    >
      <MarkingLink marked={marked} href={paths.agendaPrint(sitting.id, marked ? {} : { marked: 1 })} />
      <DataTable
        caption="議題"
        captionHidden
        rows={lines}
        keyOf={({ id }) => id}
        columns={[
          { key: 'position', label: 'No.', figures: true, cell: ({ position }) => position },
          { key: 'number', label: '受付番号', cell: ({ receiptNumber }) => receiptNumber },
          { key: 'title', label: '提案の名前', names: true, cell: ({ title }) => title },
          { key: 'lead', label: '主管課', cell: ({ leadDepartmentName }) => leadDepartmentName },
          stancesColumn,
          {
            key: 'mean',
            label: '事前平均',
            figures: true,
            cell: ({ mean }) => (mean === null ? '—' : pointsInWords(mean)),
          },
          { key: 'remarks', label: '備考', className: 'paper-remarks', cell: () => null },
        ]}
      />
    </PrintFrame>
  )
}
