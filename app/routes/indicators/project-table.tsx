import { warekiShort } from '#app/domain/calendar'
import type { ProjectState } from '#app/domain/indicators/attainment'
import { DataTable } from '#app/ui/table'
import { paths } from '#app/web/paths'

interface ProjectTableProps {
  caption: string
  captionHidden?: boolean
  projects: readonly ProjectState[]
  fiscalYear: number
  withDepartment: boolean
}

/** 事務事業 of a year with the first day on which each counts as improved. */
export function ProjectTable({
  caption,
  captionHidden,
  projects,
  fiscalYear,
  withDepartment,
}: ProjectTableProps) {
  return (
    <DataTable
      caption={caption}
      captionHidden={captionHidden ?? true}
      rows={projects}
      keyOf={({ projectId }) => projectId}
      columns={[
        {
          key: 'name',
          label: '事務事業',
          cell: ({ projectId, name }) => <a href={paths.project(projectId, { year: fiscalYear })}>{name}</a>,
        },
        { key: 'code', label: '番号', cell: ({ code }) => code },
        ...(withDepartment
          ? [{ key: 'department', label: '課', cell: ({ departmentName }: ProjectState) => departmentName }]
          : []),
        {
          key: 'improvements',
          label: '改善',
          figures: true,
          cell: ({ improvements }) => (improvements > 0 ? `${improvements}件` : 'なし'),
        },
        {
          key: 'first',
          label: '最初の日',
          figures: true,
          cell: ({ firstOn }) => firstOn && <FirstDay day={firstOn} />,
        },
      ]}
    />
  )
}

function FirstDay({ day }: { day: string }) {
  return <time dateTime={day}>{warekiShort(day)}</time>
}
