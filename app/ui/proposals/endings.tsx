import type { ReactNode } from 'react'
import { PlainText } from '#app/ui/text'

export interface LinkedProposal {
  readonly href: string
  readonly title: string
  readonly receiptNumber: string | null
}

interface EndingsProps {
  /** What is missing, while it is with its authors again. */
  returned: string | null
  /** Without words where it was closed after its decision, which has a reason of its own. */
  refused: { readonly name: string; readonly detail: string | null } | null
  /** The reason given, which may be empty; null when it was not withdrawn. */
  withdrawn: string | null
  mergerReason: string | null
  mergedInto: readonly LinkedProposal[]
}

/** Why a proposal does not go on, or not yet: with the reason, always. */
export function Endings({ returned, refused, withdrawn, mergerReason, mergedInto }: EndingsProps) {
  return (
    <>
      {returned !== null && <Notice title="加筆をお願いしています" text={returned} />}
      {refused && refused.name !== '' && (
        <Notice title={refused.detail ? `理由（${refused.detail}）` : '理由'} text={refused.name} />
      )}
      {withdrawn !== null && (
        <Notice title="提案者が取り下げました" text={withdrawn || '理由の記入はありません。'} />
      )}
      {mergerReason !== null && (
        <Notice title="ほかの提案に統合しました" text={mergerReason}>
          <LinkedProposals links={mergedInto} />
        </Notice>
      )}
    </>
  )
}

function Notice({ title, text, children }: { title: string; text: string; children?: ReactNode }) {
  return (
    <section className="card flow border-2 border-solid-gray-800">
      <h2>{title}</h2>
      <PlainText text={text} />
      {children}
    </section>
  )
}

export function LinkedProposals({ links }: { links: readonly LinkedProposal[] }) {
  return (
    <ul>
      {links.map(({ href, title, receiptNumber }) => (
        <li key={href}>
          <a href={href}>
            {receiptNumber && `${receiptNumber} `}
            {title}
          </a>
        </li>
      ))}
    </ul>
  )
}
