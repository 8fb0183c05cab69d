import { useRevalidator } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import { timeOf } from '#app/domain/calendar'
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
  const updatedAt = useFollowing(sittingId, revision)
  if (revision === null) return null
  return (
    <p className="flex flex-wrap gap-x-6 no-print">
      <a href={href} className="nav-link">
        表示を更新する
      </a>
      <span role="status" className="secondary">
        {updatedAt && `${updatedAt}に、新しい内容に更新しました。`}
      </span>
    </p>
  )
}

/** The time at which something new was shown last. */
function useFollowing(sittingId: number, revision: string | null): string | null {
  const { revalidate } = useRevalidator()
  const [updatedAt, setUpdatedAt] = useState<string | null>(null)
  const shown = useRef(revision)
  useEffect(() => {
    if (shown.current !== null && revision !== shown.current) setUpdatedAt(timeOf(new Date().toISOString()))
    shown.current = revision
    if (revision === null) return
    const look = async () => {
      if (document.visibilityState === 'hidden') return
      const seen = await askRevision(sittingId)
      if (seen === 'over') clearInterval(timer)
      else if (seen && seen.revision !== revision) revalidate()
    }
    const timer = setInterval(() => void look(), lookEveryMs)
    return () => clearInterval(timer)
  }, [sittingId, revision, revalidate])
  return updatedAt
}

/** Null when nothing is heard, which may pass; over when the session is, or the meeting is not to be seen any more. */
async function askRevision(sittingId: number): Promise<{ readonly revision: string } | 'over' | null> {
  try {
    const answer = await fetch(paths.sittingRevision(sittingId), { redirect: 'manual' })
    return answer.ok ? ((await answer.json()) as { revision: string }) : 'over'
  } catch {
    return null
  }
}
