import type { Day } from '#app/domain/calendar'
import { bureauOf, type Cast, departmentOf, isHeadOf } from './cast'
import type { Model, PracticeModel, ProposalModel } from './model'

/* Who may read what, after the scheme's own words: draft, review, notice. */

export function readsProposal(model: Model, on: ProposalModel, personId: number, today: Day): boolean {
  const { cast } = model
  if (on.authorIds.includes(personId) || creditedIds(model, on).includes(personId)) return true
  if (!on.submitted) return false
  const concerned = [...on.considerations.map(({ departmentId }) => departmentId), on.informedDepartmentId]
  return (
    on.notified ||
    personId === cast.secretariat ||
    concerned.some((departmentId) => belongsTo(cast, personId, departmentId, today)) ||
    (on.stage === 'onHold' && on.hold?.helperId === personId) ||
    (cast.committee.includes(personId) && isUnderReview(on)) ||
    (personId === cast.council && on.referred)
  )
}

/** By appointment, or by standing in for a head who is not there. */
function belongsTo(cast: Cast, personId: number, departmentId: number | null, today: Day): boolean {
  return departmentOf(cast, personId, today) === departmentId || isHeadOf(cast, personId, departmentId, today)
}

/** Authors of what was merged into it. */
export function creditedIds(model: Model, on: ProposalModel): number[] {
  return model.proposals
    .filter(({ merger }) => merger?.intoId === on.id)
    .flatMap(({ authorIds }) => authorIds)
}

export function readsPractice({ cast }: Model, on: PracticeModel, personId: number, today: Day): boolean {
  if (isPracticeAuthor(on, personId)) return true
  if (!on.reported) return false
  return (
    on.stage === 'confirmed' ||
    belongsTo(cast, personId, on.departmentId, today) ||
    personId === cast.secretariat ||
    confirms({ cast }, on, personId, today)
  )
}

export function isPracticeAuthor({ reporterId, content }: PracticeModel, personId: number): boolean {
  return personId === reporterId || content.memberIds.includes(personId)
}

/** The head of the department or of its bureau; the secretariat where nobody is above. */
export function confirms(
  { cast }: Pick<Model, 'cast'>,
  { confirmingDepartmentId }: PracticeModel,
  personId: number,
  today: Day,
): boolean {
  if (confirmingDepartmentId === null) return personId === cast.secretariat
  return [confirmingDepartmentId, bureauOf(cast, confirmingDepartmentId)].some((departmentId) =>
    isHeadOf(cast, personId, departmentId, today),
  )
}

function isUnderReview({ stage }: ProposalModel): boolean {
  return !['draft', 'submitted', 'returned', 'notAccepted', 'informed', 'withdrawn'].includes(stage)
}
