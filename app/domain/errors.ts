import type { Verdict } from './verdict'

/** Missing, or hidden from this person: the two look the same. Becomes 404. */
export class NotFound extends Error {
  override name = 'NotFound'
}

/** Visible, but not this person's to do. Becomes 403; the message says who may. */
export class NotPermitted extends Error {
  override name = 'NotPermitted'
}

/** A rule of the scheme refuses the act. Becomes 422, shown in the form, at `field` if there is one. */
export class RuleBroken extends Error {
  override name = 'RuleBroken'
  readonly field: string | undefined
  constructor(message: string, field?: string) {
    super(message)
    this.field = field
  }
}

/** Tried more often than is allowed. Becomes 429, with the time to wait. */
export class TooOften extends Error {
  override name = 'TooOften'
  readonly seconds: number
  constructor(message: string, seconds: number) {
    super(message)
    this.seconds = seconds
  }
}

/** More is being done at this moment than the machine can. Becomes 503, with the time to wait. */
export class Overloaded extends Error {
  override name = 'Overloaded'
  readonly seconds = 5
}

/** Somebody else saved first. Becomes 409 with both texts. */
export class ChangedMeanwhile extends Error {
  override name = 'ChangedMeanwhile'
  readonly changedAt: string
  readonly changedBy: string
  readonly theirs: Readonly<Record<string, string>>
  constructor(changed: { at: string; by: string; theirs: Readonly<Record<string, string>> }) {
    super('ほかの人が先に保存しました。')
    this.changedAt = changed.at
    this.changedBy = changed.by
    this.theirs = changed.theirs
  }
}

/** Turns a refused verdict into the error that says why. */
export function insist(verdict: Verdict): void {
  if (!verdict.ok) throw new NotPermitted(verdict.reason)
}
