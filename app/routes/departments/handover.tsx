import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { wareki } from '#app/domain/calendar'
import { insist, NotFound } from '#app/domain/errors'
import { findHandover } from '#app/domain/handover.server'
import { listDepartmentsByIds } from '#app/domain/organisation/lookup.server'
import { mayReadHandover } from '#app/domain/organisation/policy'
import { PrintFrame } from '#app/ui/print-frame'
import { page } from '#app/web/page.server'
import { idParam } from '#app/web/params'
import { paths } from '#app/web/paths'
import { titled } from '#app/web/title'
import { HandoverSections } from './handover-sections'

export const loader = page(async ({ actor, db, params, today }) => {
  const [department] = await listDepartmentsByIds(db, [idParam(params, 'id')], today)
  if (!department) throw new NotFound()
  insist(mayReadHandover(actor, department.id))
  return { department, today, handover: await findHandover(db, department.id, today) }
})

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  titled(`引継書：${data?.department.name ?? ''}`)

/** To be filled in by hand. */
const signatures = [
  ['引き継いだ日', '令和　　年　　月　　日'],
  ['前任者', '氏名'],
  ['後任者', '氏名'],
] as const

/** On the screen with the ways to each matter, on paper the same without them. */
export default function HandoverPage() {
  const { department, today, handover } = useLoaderData<typeof loader>()
  const days = Object.values(handover).flatMap((list) => list.flatMap(({ dueOn }) => dueOn ?? []))
  const late = days.filter((day) => day < today).length
  const next = days.filter((day) => day >= today).toSorted()[0]
  return (
    <PrintFrame
      title="引継書"
      marking="取扱注意"
      backHref={paths.department(department.id)}
      head={[
        { label: '職', value: [department.bureauName, department.name, '所属長'].filter(Boolean).join('　') },
        { label: '現在', value: wareki(today) },
        { label: '期限を過ぎたもの', value: `${late}件` },
        ...(next ? [{ label: '次の期限', value: wareki(next) }] : []),
      ]}
    >
      <HandoverSections handover={handover} />
      <section className="flow print-only">
        <h2>引き継ぎ</h2>
        <table className="table">
          <tbody>
            {signatures.map(([label, blank]) => (
              <tr key={label}>
                <th scope="row" className="w-40">
                  {label}
                </th>
                <td>{blank}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </PrintFrame>
  )
}
