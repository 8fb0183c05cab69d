import type { ReactNode } from 'react'

interface OnlyIfProps {
  /** Values of the radio that the questions belong to. */
  answers: readonly string[]
  /** Said where a browser cannot hide them: 「一部実施する」のときに入力. */
  words: string
  children: ReactNode
}

/**
 * Questions that belong to some answers of a radio in the same form, shown with these alone. Without a script; a browser
 * without `:has()` shows them always, with the words. See styles/only-if.css, which knows the answers.
 */
export function OnlyIf({ answers, words, children }: OnlyIfProps) {
  return (
    <div data-only-if={answers.join(' ')} className="form-flow">
      <p className="secondary only-if-words">{words}</p>
      {children}
    </div>
  )
}
