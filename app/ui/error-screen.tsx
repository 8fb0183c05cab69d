import type { ReactNode } from 'react'
import { Page } from '#app/ui/page'

interface ErrorScreenProps {
  status: 400 | 401 | 403 | 404 | 405 | 409 | 422 | 429 | 500 | 503
  title: string
  message: ReactNode
  /** What to do now, and whom to ask. */
  what?: ReactNode
  /** The number that finds this failure in the log. */
  requestId?: string | undefined
}

/** Something is in the way: what, who can help, where to go on. Never blames, never a blank page. */
export function ErrorScreen({ status, title, message, what, requestId }: ErrorScreenProps) {
  return (
    <Page title={title}>
      <p>{message}</p>
      {what && <div className="flow">{what}</div>}
      {requestId && <p>お問い合わせのときは、この番号をお知らせください：{requestId}</p>}
      <p>
        {status === 401 ? (
          <a href="/sign-in" className="nav-link">
            サインインする
          </a>
        ) : (
          <a href="/" className="nav-link">
            ホームへ
          </a>
        )}
      </p>
    </Page>
  )
}
