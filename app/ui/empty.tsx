import type { ReactNode } from 'react'

interface EmptyProps {
  /** One sentence why there is nothing. */
  children: ReactNode
  /** The one thing to do about it. */
  action?: ReactNode
}

export function Empty({ children, action }: EmptyProps) {
  return (
    <div className="flow py-4">
      <p>{children}</p>
      {action && <div className="flex flex-wrap items-center gap-3">{action}</div>}
    </div>
  )
}
