import type { OpenWork } from '#app/domain/reorganisation/reorganisation'
import { Empty } from '#app/ui/empty'
import { SummaryList } from '#app/ui/summary-list'

export interface MovedWorkRow {
  readonly key: string
  /** 「改称：市民課 → 窓口課」 */
  readonly label: string
  readonly name: string
  readonly href: string
  /** For those who may read it. */
  readonly handover: string | null
  readonly delegationsHref: string
  readonly projectsHref: string
  readonly projects: number
  readonly counts: OpenWork | null
  /** 課 that go along with a 部 that is only called otherwise. */
  readonly sections: number
}

/** What is open in each department of before, and so in what comes out of it from the day on. */
export function MovedWork({ rows }: { rows: readonly MovedWorkRow[] }) {
  return (
    <section className="flow">
      <h2>進行中の仕事</h2>
      {rows.length === 0 ? (
        <Empty>仕事の移る所属はありません。</Empty>
      ) : (
        rows.map(({ key, ...row }) => <WorkOfDepartment key={key} {...row} />)
      )}
    </section>
  )
}

function WorkOfDepartment({ label, name, href, handover, counts, ...row }: Omit<MovedWorkRow, 'key'>) {
  const work = (count: number | undefined) => (
    <Counted count={count ?? 0} unit="件" href={handover} words={`${name}の引継書`} />
  )
  return (
    <section className="flow">
      <h3>
        <a href={href}>{name}</a>
      </h3>
      <SummaryList
        rows={[
          { label: 'どうなるか', value: label },
          ...(row.sections > 0
            ? [
                {
                  label: '配下の課',
                  value: `配下の課 ${row.sections} 所属も移ります。名前とコード、職員、仕事、事務事業はそのままです`,
                },
              ]
            : []),
          { label: '検討中の提案', value: work(counts?.considerations) },
          { label: '実施中の提案', value: work(counts?.implementations) },
          { label: '継続して育てる提案', value: work(counts?.held) },
          { label: '確認を待つ報告', value: work(counts?.reports) },
          { label: '横展開の取り組み', value: noted(counts?.spreads, '新しい所属が続けます') },
          {
            label: '事務事業',
            value: (
              <Counted count={row.projects} unit="件" href={row.projectsHref} words={`${name}の事務事業`} />
            ),
          },
          {
            label: '所属長の代理',
            value: (
              <>
                <Counted
                  count={counts?.delegations ?? 0}
                  unit="件"
                  href={row.delegationsHref}
                  words={`${name}の代理`}
                />
                {counts &&
                  counts.delegations > 0 &&
                  '　所属が終わると代理も終わります。新しい所属で決めてください'}
              </>
            ),
          },
          {
            label: '会議体の名簿にある人',
            value: noted(counts?.seats, '人についているため、変わりません'),
          },
        ]}
      />
    </section>
  )
}

function noted(count = 0, note: string): string {
  return count > 0 ? `${count}件（${note}）` : '0件'
}

function Counted({
  count,
  unit,
  href,
  words,
}: {
  count: number
  unit: string
  href: string | null
  words: string
}) {
  const text = `${count.toLocaleString('ja-JP')}${unit}`
  if (href === null || count === 0) return <span>{text}</span>
  return (
    <a href={href} className="nav-link">
      {text}
      <span className="sr-only">（{words}）</span>
    </a>
  )
}
