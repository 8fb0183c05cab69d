import type { CarryOver } from '#app/domain/projects/carry-over'
import { DataTable } from '#app/ui/table'
import { carryOverInWords } from './carry-over-words'

interface CarryOverTableProps {
  caption: string
  lines: readonly CarryOver[]
  /** Below its own heading. */
  captionHidden?: boolean | undefined
  /** Whose projects they are, where the caption does not say so. */
  withDepartment?: boolean | undefined
  hrefOf: (projectYearId: number) => string
}

/** 事務事業 of the year before with what becomes of each. The name leads to where that is decided. */
export function CarryOverTable({
  caption,
  lines,
  captionHidden,
  withDepartment,
  hrefOf,
}: CarryOverTableProps) {
  return (
    <DataTable
      caption={caption}
      captionHidden={captionHidden}
      rows={lines}
      keyOf={({ projectYearId }) => projectYearId}
      columns={[
        { key: 'code', label: '番号', cell: ({ code }) => code },
        {
          key: 'name',
          label: '事務事業',
          names: true,
          cell: ({ projectYearId, name }) => <a href={hrefOf(projectYearId)}>{name}</a>,
        },
        ...(withDepartment
          ? [{ key: 'department', label: '今の所管', cell: (line: CarryOver) => line.department.name }]
          : []),
        {
          key: 'next',
          label: '次の年度',
          cell: (line) => (
            <>
              {line.state === 'done' && line.kind !== 'ended' ? '引き継ぎ済み' : carryOverInWords(line)}
              {line.fault && <strong className="block">{line.fault}</strong>}
            </>
          ),
        },
      ]}
    />
  )
}
