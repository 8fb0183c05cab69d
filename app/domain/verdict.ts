/**
 * The answer of a permission question. The button and the command ask the same predicate; a refusal always
 * carries the sentence that the person reads.
 */
export type Verdict = { readonly ok: true } | { readonly ok: false; readonly reason: string }

export const yes: Verdict = { ok: true }

export function no(reason: string): Verdict {
  return { ok: false, reason }
}

/** The first refusal wins; a list without refusals is a yes. */
export function all(...verdicts: Verdict[]): Verdict {
  return verdicts.find((verdict) => !verdict.ok) ?? yes
}
