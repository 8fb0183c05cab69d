import { byBureau, shareOf } from '#app/domain/indicators/attainment'
import { percentText } from '#app/domain/indicators/ratio'
import { RatioBar } from '#app/ui/ratio-bar'
import { targetText } from '#app/ui/share-words'
import { paths } from '#app/web/paths'
import type { ShareRow } from './share-rows'

interface DepartmentTableProps {
  fiscalYear: number
  targetPermille: number | null
  /** Departments with fewer projects are marked 「参考」. */
  smallBelow: number
  departments: readonly ShareRow[]
  /** By bureau, in the order of the organisation. */
  grouped: boolean
}

const columns = 4

/** The table is the figure: the bars are for the eye, every number stands in words and leads to its list. */
export function DepartmentTable({
  fiscalYear,
  targetPermille,
  smallBelow,
  departments,
  grouped,
}: DepartmentTableProps) {
  const rows = (shown: readonly ShareRow[]) =>
    shown.map((department) => (
      <Row
        key={department.departmentId}
        department={department}
        year={fiscalYear}
        targetPermille={targetPermille}
        isSmall={department.denominator < smallBelow}
      />
    ))
  return (
    <div className="table-region" role="region" aria-label="課ごとの割合" tabIndex={0}>
      <table className="table">
        <caption className="sr-only">課ごとの、改善のあった事務事業の割合</caption>
        <thead>
          <tr>
            <th scope="col">課</th>
            <th scope="col" className="figures">
              改善あり／全体
            </th>
            <th scope="col" className="figures">
              割合
            </th>
            <th scope="col" aria-hidden="true" className="hidden md:table-cell">
              {targetPermille === null ? '0〜100％' : `┊ 目標${targetText(targetPermille)}`}
            </th>
          </tr>
        </thead>
        {grouped ? (
          byBureau(departments).map(({ bureauName, departments: sections }) => (
            <tbody key={sections[0]?.departmentId}>
              {bureauName && (
                <tr>
                  <th scope="rowgroup" colSpan={columns} className="font-700">
                    {bureauName}
                  </th>
                </tr>
              )}
              {rows(sections)}
            </tbody>
          ))
        ) : (
          <tbody>{rows(departments)}</tbody>
        )}
      </table>
    </div>
  )
}

interface RowProps {
  department: ShareRow
  year: number
  targetPermille: number | null
  isSmall: boolean
}

function Row({ department, year, targetPermille, isSmall }: RowProps) {
  const { departmentId, departmentName, numerator, denominator } = department
  const { permille } = shareOf(numerator, denominator)
  const list = (state?: string) => paths.indicatorProjects({ year, department: departmentId, state })
  return (
    <tr>
      <th scope="row">
        <a href={paths.department(departmentId, { year })}>{departmentName}</a>
        {isSmall && <span className="secondary">（参考）</span>}
      </th>
      <td className="figures">
        <a href={list('improved')}>{numerator}</a>／<a href={list()}>{denominator}</a>
      </td>
      <td className="figures">{permille === null ? '—' : `${percentText(permille)}%`}</td>
      <td aria-hidden="true" className="hidden md:table-cell">
        {permille !== null && (
          <RatioBar
            percent={permille / 10}
            target={targetPermille === null ? undefined : targetPermille / 10}
          />
        )}
      </td>
    </tr>
  )
}
