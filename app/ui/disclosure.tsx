import type { ReactNode } from 'react'

/** Folded away until wanted; nothing that must be read. Printed open. */
export function Disclosure({
  summary,
  open,
  children,
}: {
  summary: string
  open?: boolean
  children: ReactNode
}) {
  return (
    <details open={open || undefined}>
      <summary>{summary}</summary>
      <div className="flow border-l-4 border-solid-gray-420 py-1 pl-4">{children}</div>
    </details>
  )
}
