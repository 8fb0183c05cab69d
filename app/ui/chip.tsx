import type { ReactNode } from 'react'

export type ChipTone = 'wait' | 'progress' | 'good' | 'attention' | 'outline' | 'plain'

/** A state in words. Never clickable, never told by colour alone; `plain` is for what is finished. */
export function Chip({ tone, children }: { tone: ChipTone; children: ReactNode }) {
  if (tone === 'plain') return <span>{children}</span>
  return <span className={`chip chip-${tone}`}>{children}</span>
}
