import {
  type BureauShare,
  type DepartmentShare,
  type Share,
  shareOf,
} from '#app/domain/indicators/attainment'
import { percentText } from '#app/domain/indicators/ratio'
import { RatioBar } from '#app/ui/ratio-bar'
import { targetText } from '#app/ui/share-words'
import { paths } from '#app/web/paths'

/** What the table shows of a department; the share and 「参考」 follow from it. */
type ShareRow = Pick<
  DepartmentShare,
  'departmentId' | 'departmentName' | 'bureauId' | 'numerator' | 'denominator'
>

interface DepartmentTableProps {
  fiscalYear: number
  targetPermille: number | null
  /** Departments with fewer projects are marked 「参考」. */
  smallBelow: number
  /** In the order of the organisation; without them the departments stand for themselves. */
  bureaus: readonly BureauShare[] | null
  /** Of the bureaus that are open. */
  departments: readonly ShareRow[]
}

/** The table is the figure: the bars are for the eye, every number stands in words and leads to its list. */
export function DepartmentTable({
  fiscalYear,
  targetPermille,
  smallBelow,
  bureaus,
  departments,
}: DepartmentTableProps) {
  const rows = (shown: readonly ShareRow[]) =>
    shown.map((department) => (
      <DepartmentRow
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
        {bureaus ? (
          bureaus.map((bureau) => (
            <tbody key={bureau.bureauId}>
              <BureauRow
                bureau={bureau}
                year={fiscalYear}
                targetPermille={targetPermille}
                isOpen={departments.some(({ bureauId }) => bureauId === bureau.bureauId)}
              />
              {rows(departments.filter(({ bureauId }) => bureauId === bureau.bureauId))}
            </tbody>
          ))
        ) : (
          <tbody>{rows(departments)}</tbody>
        )}
      </table>
    </div>
  )
}

interface BureauRowProps {
  bureau: BureauShare
  year: number
  targetPermille: number | null
  isOpen: boolean
}

function BureauRow({ bureau, year, targetPermille, isOpen }: BureauRowProps) {
  const { bureauId, bureauName, departments } = bureau
  return (
    <tr id={`bureau-${bureauId}`}>
      <th scope="rowgroup" className="font-700">
        {bureauName}
        {!isOpen && (
          <a
            className="nav-link ml-3 font-400 no-print"
            href={`${paths.indicators({ year, bureau: bureauId })}#bureau-${bureauId}`}
          >
            {departments}課<span className="sr-only">（{bureauName}）</span>を見る
          </a>
        )}
      </th>
      <ShareCells share={bureau} list={{ year, department: bureauId }} targetPermille={targetPermille} />
    </tr>
  )
}

interface DepartmentRowProps {
  department: ShareRow
  year: number
  targetPermille: number | null
  isSmall: boolean
}

function DepartmentRow({ department, year, targetPermille, isSmall }: DepartmentRowProps) {
  const { departmentId, departmentName, numerator, denominator } = department
  return (
    <tr>
      <th scope="row" className="pl-6">
        <a href={paths.department(departmentId, { year })}>{departmentName}</a>
        {isSmall && <span className="secondary">（参考）</span>}
      </th>
      <ShareCells
        share={shareOf(numerator, denominator)}
        list={{ year, department: departmentId }}
        targetPermille={targetPermille}
      />
    </tr>
  )
}

interface ShareCellsProps {
  share: Share
  /** The projects that the numbers count. */
  list: { year: number; department: number }
  targetPermille: number | null
}

function ShareCells({ share, list, targetPermille }: ShareCellsProps) {
  const { numerator, denominator, permille } = share
  return (
    <>
      <td className="figures">
        <a href={paths.indicatorProjects({ ...list, state: 'improved' })}>{numerator}</a>／
        <a href={paths.indicatorProjects(list)}>{denominator}</a>
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
    </>
  )
}
