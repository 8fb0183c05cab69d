import { fiscalYearLabel } from '#app/domain/calendar'
import { Button, ButtonLink } from '#app/ui/form/actions'
import { DataTable } from '#app/ui/table'

interface MovedProjectsProps {
  projects: readonly {
    readonly key: number
    readonly fiscalYear: number
    readonly code: string
    readonly name: string
    readonly href: string
    readonly formerName: string
    readonly laterName: string | null
  }[]
  /** The first year that stands with the new departments. */
  firstYear: number
  /** Where those of a section that is split are chosen for. */
  choice: string | null
  open: number
  /** Registered with a department of before, in a year that stands with the new ones. */
  left: number
  /** Of the list before, since the one of the first year is not there yet. */
  coming: number
  /** Moves along what was registered with a department of before. */
  placement: string | null
  /** What has moved; null before scheduling. */
  placed: number | null
}

/** 事務事業 by successor. */
export function MovedProjects({
  projects,
  firstYear,
  choice,
  open,
  left,
  coming,
  placement,
  placed,
}: MovedProjectsProps) {
  const year = fiscalYearLabel(firstYear)
  return (
    <section className="flow">
      <h2>事務事業</h2>
      <p>
        {year}の一覧から、新しい所属になります。それより前の年度の一覧と数値は、前の所属のままです。
        {placed !== null && `これまでに${placed}件を移しました。`}
      </p>
      {coming > 0 && (
        <p>{`${year}の一覧はまだありません。登録したあと、前の所属のままのものを、ここから移せます。`}</p>
      )}
      {open > 0 && <p>{`移る先を選んでいない事務事業が${open}件あります。`}</p>}
      {choice && (
        <p>
          <ButtonLink kind="secondary" href={choice}>
            事務事業の移る先を選ぶ
          </ButtonLink>
        </p>
      )}
      {placement && (
        <form method="post" action={placement} className="form-flow">
          <p>{`前の所属のままの事務事業が${left}件あります。確定した年度のものは、移りません。`}</p>
          <Button kind="secondary">次の所属に移す</Button>
        </form>
      )}
      {projects.length === 0 ? (
        <p>前の所属の事務事業はありません。</p>
      ) : (
        <DataTable
          caption="前の所属の事務事業（200件まで）"
          rows={projects}
          keyOf={({ key }) => key}
          columns={[
            { key: 'year', label: '年度', cell: ({ fiscalYear }) => fiscalYearLabel(fiscalYear) },
            { key: 'code', label: 'コード', cell: ({ code }) => code },
            {
              key: 'name',
              label: '事務事業',
              names: true,
              cell: ({ name, href }) => <a href={href}>{name}</a>,
            },
            { key: 'former', label: '前の所属', cell: ({ formerName }) => formerName },
            { key: 'later', label: '移る先', cell: ({ laterName }) => laterName ?? '選んでいません' },
          ]}
        />
      )}
    </section>
  )
}
