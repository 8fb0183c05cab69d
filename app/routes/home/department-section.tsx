import { fiscalYearLabel } from '#app/domain/calendar'
import type { DepartmentStanding } from '#app/domain/indicators/attainment'
import { percentText } from '#app/domain/indicators/ratio'
import { shareSentence } from '#app/ui/share-words'
import { paths } from '#app/web/paths'

interface DepartmentSectionProps {
  department: { id: number; name: string; fiscalYear: number; standing: DepartmentStanding | null }
  /** What the reader may do as its head, or in the head's place. */
  duties: { handover: boolean; delegation: boolean }
}

/** How one's own department stands, and the way to what could still be improved: an invitation, not a ranking. */
export function DepartmentSection({
  department: { id, name, fiscalYear, standing },
  duties,
}: DepartmentSectionProps) {
  const notYet = standing ? standing.denominator - standing.numerator : 0
  return (
    <section className="flow" aria-labelledby="department">
      <h2 id="department">
        {name}の状況（{fiscalYearLabel(fiscalYear)}）
      </h2>
      {standing ? (
        <Standing standing={standing} />
      ) : (
        <p>この課には、今年度の事務事業が登録されていません。</p>
      )}
      <p className="flex flex-wrap gap-x-5">
        {standing && (
          <a href={paths.department(id)} className="nav-link">
            {notYet > 0 ? `まだ改善のない${notYet}事務事業を見る` : '事務事業の一覧を見る'}
          </a>
        )}
        <a href={paths.indicators()} className="nav-link">
          市全体の指標を見る
        </a>
        {duties.handover && (
          <a href={paths.handover(id)} className="nav-link">
            引継書を見る
          </a>
        )}
        {duties.delegation && (
          <a href={paths.delegations(id)} className="nav-link">
            代理を決める
          </a>
        )}
      </p>
    </section>
  )
}

function Standing({ standing }: { standing: DepartmentStanding }) {
  return (
    <>
      <p>
        <span className="text-std-32B-150">
          {standing.permille === null ? '—' : percentText(standing.permille)}
        </span>
        <span className="text-std-18B-160">％</span>　{shareSentence(standing)}
      </p>
      {standing.isSmall && <p className="secondary">件数が少ないため、割合は参考です。</p>}
    </>
  )
}
