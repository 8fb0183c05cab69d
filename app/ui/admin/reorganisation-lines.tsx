import { Empty } from '#app/ui/empty'
import { Button } from '#app/ui/form/actions'

interface ShownLine {
  readonly id: number
  /** 「改称」 */
  readonly label: string
  /** 「市民課 → 窓口課」 */
  readonly text: string
  readonly departments: readonly {
    readonly key: string
    readonly name: string
    readonly href: string | null
  }[]
  /** Where the line can be taken back. */
  readonly removal: string | null
}

/** What becomes of which departments, a line each. */
export function ReorganisationLines({ lines }: { lines: readonly ShownLine[] }) {
  if (lines.length === 0) return <Empty>まだ行がありません。</Empty>
  return (
    <ul className="rows">
      {lines.map(({ id, label, text, departments, removal }) => (
        <li key={id} className="row">
          <div>
            <p className="font-700">
              {label}：{text}
            </p>
            <p className="secondary flex flex-wrap items-baseline gap-x-4">
              {departments.map(({ key, name, href }) =>
                href === null ? (
                  <span key={key}>{name}</span>
                ) : (
                  <a key={key} href={href} className="nav-link">
                    {name}
                  </a>
                ),
              )}
            </p>
          </div>
          {removal && (
            <form method="post" action={removal}>
              <Button kind="text" hidden={`${label}：${text}`}>
                行を消す
              </Button>
            </form>
          )}
        </li>
      ))}
    </ul>
  )
}
