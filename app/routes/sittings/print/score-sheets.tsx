import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { nameOfSitting, sittingInWords } from '#app/domain/committees/sitting'
import { NotFound } from '#app/domain/errors'
import { listRubrics } from '#app/domain/evaluation/rubrics.server'
import { findAgendaSeenBy } from '#app/domain/proposals/sitting-lines.server'
import { PrintFrame } from '#app/ui/print-frame'
import { type Column, DataTable } from '#app/ui/table'
import { page } from '#app/web/page.server'
import { idParam } from '#app/web/params'
import { paths } from '#app/web/paths'
import { titled } from '#app/web/title'

export const loader = page(async ({ actor, db, params }) => {
  const { sitting, lines } = await findAgendaSeenBy(db, actor, idParam(params, 'id'))
  if (sitting.body !== 'improvementCommittee') throw new NotFound()
  const rubrics = await listRubrics(db, [...new Set(lines.map(({ campaignId }) => campaignId))])
  return {
    sitting,
    sheets: [...rubrics.values()].map(({ campaignId, campaignName, criteria }) => ({
      ...{ campaignId, campaignName, criteria },
      lines: lines
        .filter((line) => line.campaignId === campaignId)
        .map(({ id, position, title, receiptNumber, ownGrounds }) => ({
          ...{ id, position, title, receiptNumber, isRecused: ownGrounds.length > 0 },
        })),
    })),
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  titled(`採点用紙：${data ? nameOfSitting(data.sitting) : ''}`)

/** For whoever scores on paper: a sheet for each rubric, with what the marks mean. */
export default function PrintedScoreSheets() {
  const { sitting, sheets } = useLoaderData<typeof loader>()
  return (
    <PrintFrame
      title={`${sittingInWords(sitting)}　採点用紙`}
      landscape
      backHref={paths.sitting(sitting.id)}
      head={[{ label: '委員の氏名', value: null }]}
    >
      {sheets.map((sheet, place) => (
        <Sheet key={sheet.campaignId} sheet={sheet} isFirst={place === 0} />
      ))}
    </PrintFrame>
  )
}

type Sheet = ReturnType<typeof useLoaderData<typeof loader>>['sheets'][number]

function Sheet({ sheet, isFirst }: { sheet: Sheet; isFirst: boolean }) {
  const marks: Column<Sheet['lines'][number]>[] = sheet.criteria.map(({ name, weight }) => ({
    key: name,
    label: (
      <>
        {name}
        <span className="whitespace-nowrap">（{weight}点）</span>
      </>
    ),
    className: 'paper-mark',
    cell: ({ isRecused }) => isRecused && '除斥',
  }))
  return (
    <section className={isFirst ? 'flow' : 'flow new-page'}>
      <h2>{sheet.campaignName}</h2>
      <DataTable
        caption={`${sheet.campaignName}の採点（それぞれ1から5を記入）`}
        rows={sheet.lines}
        keyOf={({ id }) => id}
        columns={[
          { key: 'position', label: 'No.', figures: true, cell: ({ position }) => position },
          {
            key: 'title',
            label: '提案',
            names: true,
            cell: ({ title, receiptNumber }) => `${title}（${receiptNumber ?? ''}）`,
          },
          ...marks,
          { key: 'opinion', label: '意見', className: 'paper-remarks', cell: () => null },
        ]}
      />
      <h3>1〜5の目安</h3>
      <ul>
        {sheet.criteria.map(({ name, meanings }) => (
          <li key={name}>
            {name}：{meanings.map((meaning, mark) => `${mark + 1} ${meaning}`).join('　')}
          </li>
        ))}
      </ul>
    </section>
  )
}
