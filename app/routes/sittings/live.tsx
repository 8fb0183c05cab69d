import { paths } from '#app/web/paths'

const lookEveryMs = 5_000

interface LiveProps {
  sittingId: number
  /** What this page shows; null while no meeting goes on. */
  revision: string | null
  /** The page itself, for whoever has no scripts or no patience. */
  href: string
}

/**
 * While the meeting goes on the page follows what others write down: it asks for nothing but a word that says whether
 * something has changed, and only while somebody can see it.
 */
export function Live({ sittingId, revision, href }: LiveProps) {
  if (revision === null) return null
  return (
    <p
      className="flex flex-wrap gap-x-6 no-print"
      data-follow={lookEveryMs}
      data-follow-address={paths.sittingRevision(sittingId)}
      data-follow-revision={revision}
    >
      <a href={href} className="nav-link">
        表示を更新する
      </a>
      <span role="status" className="secondary" data-follow-told="" />
    </p>
  )
}
