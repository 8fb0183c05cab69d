import type { Verdict } from '#app/domain/verdict'
import { Actions, ButtonLink, Refused } from '#app/ui/form/actions'

/** Something that this reader may do, or the reason why not now. */
export interface Deed {
  readonly label: string
  readonly href: string
  readonly verdict: Verdict
  /** The one thing that is expected of the reader now. */
  readonly isMain?: boolean | undefined
}

/** あなたの操作: only for whoever has a part in it; a refusal says why. */
export function Deeds({ deeds }: { deeds: readonly Deed[] }) {
  const open = deeds.filter(({ verdict }) => verdict.ok)
  if (deeds.length === 0) return null
  return (
    <section className="card flow no-print" aria-labelledby="deeds">
      <h2 id="deeds">あなたの操作</h2>
      {open.length > 0 && (
        <Actions>
          {open.map(({ label, href, isMain }) => (
            <ButtonLink key={href} href={href} kind={isMain ? 'primary' : 'secondary'}>
              {label}
            </ButtonLink>
          ))}
        </Actions>
      )}
      {deeds.map(
        ({ label, href, verdict }) =>
          !verdict.ok && (
            <Refused key={href} reason={verdict.reason}>
              {label}
            </Refused>
          ),
      )}
    </section>
  )
}
