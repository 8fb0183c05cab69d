import { dayOf, type Instant, warekiShort } from '#app/domain/calendar'
import type { SpreadState } from '#app/domain/improvements/spread'
import { Chip } from '#app/ui/chip'
import { Empty } from '#app/ui/empty'
import { ButtonLink } from '#app/ui/form/actions'
import { spreadStateLabels } from '#app/ui/improvements/spread'
import { ItemList } from '#app/ui/item-list'
import { paths } from '#app/web/paths'

interface CopiedByDepartmentProps {
  copied: readonly {
    id: number
    state: string
    stateSince: Instant
    improvementId: number
    title: string
    departmentName: string
    copyId: number | null
  }[]
}

/** What the department takes over from others or has promised to, with where it comes from and what became of it here. */
export function CopiedByDepartment({ copied }: CopiedByDepartmentProps) {
  return (
    <section className="flow" aria-labelledby="copied">
      <h2 id="copied">ほかの課から取り入れる改善（横展開）</h2>
      {copied.length === 0 ? (
        <Empty
          action={
            <ButtonLink href={paths.improvements()} kind="secondary">
              改善事例をさがす
            </ButtonLink>
          }
        >
          まだありません。改善事例の「うちの課でもやる」から始められます。
        </Empty>
      ) : (
        <ItemList
          label="ほかの課から取り入れる改善"
          items={copied.map(({ id, state, stateSince, improvementId, title, departmentName, copyId }) => ({
            key: id,
            href: paths.improvement(improvementId),
            title,
            meta: `${departmentName}の改善　${warekiShort(dayOf(stateSince))}から`,
            chip: (
              <Chip tone={state === 'done' ? 'good' : 'progress'}>
                {spreadStateLabels[state as SpreadState]}
              </Chip>
            ),
            children: copyId !== null && (
              <a href={paths.improvement(copyId)} className="nav-link">
                この課での改善を見る<span className="sr-only">：{title}</span>
              </a>
            ),
          }))}
        />
      )}
    </section>
  )
}
