import { Button, ButtonLink } from '#app/ui/form/actions'
import { Hidden } from '#app/ui/form/fields'
import { Empty } from '#app/ui/empty'
import { DataTable } from '#app/ui/table'

interface Reason {
  readonly id: number
  readonly label: string
  /** The day in words. */
  readonly retiredOn: string | null
}

interface ReasonSectionProps {
  id: string
  title: string
  reasons: readonly Reason[]
  newHref: string
  hrefs: Readonly<Record<'edit' | 'move' | 'retire' | 'resume', (id: number) => string>>
}

/** The reasons to choose from for one thing, in their order, and those that are retired. */
export function ReasonSection({ id, title, reasons, newHref, hrefs }: ReasonSectionProps) {
  const current = reasons.filter(({ retiredOn }) => retiredOn === null)
  const retired = reasons.filter(({ retiredOn }) => retiredOn !== null)
  return (
    <section className="flow" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {current.length === 0 ? (
        <Empty>理由はまだありません。</Empty>
      ) : (
        <DataTable
          caption={`${title}：選ぶときの順`}
          captionHidden
          rows={current}
          keyOf={(reason) => reason.id}
          columns={[
            { key: 'label', label: '理由（選ぶときの順）', names: true, cell: ({ label }) => label },
            {
              key: 'order',
              label: '順番',
              cell: (reason) => <Moves reason={reason} current={current} href={hrefs.move(reason.id)} />,
            },
            {
              key: 'verbs',
              label: '操作',
              cell: (reason) => (
                <div className="flex flex-wrap items-center gap-3">
                  <a href={hrefs.edit(reason.id)} className="nav-link">
                    名前を変える<span className="sr-only">：{reason.label}</span>
                  </a>
                  {current.length > 1 && (
                    <form method="post" action={hrefs.retire(reason.id)}>
                      <Button kind="text" hidden={reason.label}>
                        廃止する
                      </Button>
                    </form>
                  )}
                </div>
              ),
            },
          ]}
        />
      )}
      <ButtonLink kind="secondary" href={newHref} hidden={title}>
        理由を加える
      </ButtonLink>
      {retired.length > 0 && (
        <details>
          <summary>廃止した理由（{retired.length}）</summary>
          <ul className="rows">
            {retired.map(({ id: reasonId, label, retiredOn }) => (
              <li key={reasonId} className="row">
                <span>
                  {label}（{retiredOn}に廃止）
                </span>
                <form method="post" action={hrefs.resume(reasonId)}>
                  <Button kind="text" hidden={label}>
                    また使う
                  </Button>
                </form>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

function Moves({ reason, current, href }: { reason: Reason; current: readonly Reason[]; href: string }) {
  const place = current.indexOf(reason)
  const directions = [
    ...(place > 0 ? [{ value: 'up', label: '上へ' }] : []),
    ...(place < current.length - 1 ? [{ value: 'down', label: '下へ' }] : []),
  ]
  return (
    <div className="flex gap-3">
      {directions.map(({ value, label }) => (
        <form key={value} method="post" action={href}>
          <Hidden name="direction" value={value} />
          <Button kind="text" hidden={reason.label}>
            {label}
          </Button>
        </form>
      ))}
    </div>
  )
}
