import type { ReactNode } from 'react'
import { cx } from '#app/ui/cx'

type Kind = 'primary' | 'secondary' | 'text'

/** The row of buttons below a form. The first submit button in it is what Enter presses. */
export function Actions({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap items-center gap-3 no-print">{children}</div>
}

interface ButtonProps {
  kind?: Kind | undefined
  name?: string | undefined
  value?: string | undefined
  /** Another address than the form's own, such as the one that keeps a draft. */
  formAction?: string | undefined
  /** The id of a form elsewhere on the page. */
  form?: string | undefined
  /** Words for those who cannot see what the button stands next to. */
  hidden?: string | undefined
  children: ReactNode
}

/** A submit button. Its label is a verb in dictionary form: 「報告する」. */
export function Button({ kind = 'primary', hidden, children, ...button }: ButtonProps) {
  return (
    <button type="submit" className={look(kind)} {...button}>
      {children}
      {hidden && <span className="sr-only">（{hidden}）</span>}
    </button>
  )
}

interface ButtonLinkProps {
  href: string
  kind?: Kind | undefined
  hidden?: string | undefined
  children: ReactNode
}

export function ButtonLink({ href, kind = 'primary', hidden, children }: ButtonLinkProps) {
  return (
    <a href={href} className={look(kind)}>
      {children}
      {hidden && <span className="sr-only">（{hidden}）</span>}
    </a>
  )
}

/** What cannot be done now: no dead button, but the label and the reason, which everybody can read. */
export function Refused({ reason, children }: { reason: string; children: ReactNode }) {
  return (
    <p className="secondary">
      <span className="font-700">{children}</span>
      <span>：{reason}</span>
    </p>
  )
}

function look(kind: Kind): string {
  return cx('button', `button-${kind}`)
}
