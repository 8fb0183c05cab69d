import { addDays } from '#app/domain/calendar'
import { recordAttendance } from '#app/domain/committees/attendance.server'
import { planSitting } from '#app/domain/committees/sittings.server'
import { putOnAgenda } from '#app/domain/proposals/sitting-agenda.server'
import { bureauOf, departmentOf } from './cast'
import { advance, follows, type ItemModel, type Model, type ProposalModel, type ProposalVerb } from './model'
import { creditedIds } from './reading'

/* Meetings: each proposal has one of its own, which begins with whoever comes. */

export const schedule: ProposalVerb = (scene, on) => {
  const { model, by, today, dice } = scene
  const body = on.stage === 'inCouncil' ? 'policyCouncil' : 'improvementCommittee'
  const heldOn = addDays(today, dice.pick([0, 0, 1]))
  return {
    allowed: recorders(model, body).includes(by) && on.item === null && (isOnTable(on) || isInCouncil(on)),
    async perform(ctx) {
      const { sittingId } = await planSitting(ctx, { body, heldOn, startsAt: '', place: '' })
      await putOnAgenda(ctx, { sittingId, proposalIds: [on.id] })
      return sittingId
    },
    accepted(sittingId) {
      if (follows('putOnAgenda', on)) {
        advance(on, 'putOnAgenda')
        on.hold = null
      }
      on.item = { sittingId: sittingId as number, body, heldOn, present: [] }
      return ['sitting.planned', 'proposal.putOnAgenda']
    },
  }
}

/** Who is there: sometimes too few for a quorum, or nobody who may take part in this matter. */
export const gather: ProposalVerb = ({ model, by, today, dice }, on) => {
  const { item } = on
  const [chair, nakamura, yamamoto, mori] = model.cast.committee
  const companies =
    item?.body === 'policyCouncil'
      ? [[model.cast.council]]
      : [[chair], [chair, nakamura], [chair, mori], [nakamura, yamamoto], [nakamura, yamamoto, mori]]
  const personIds = dice.pick(companies)?.filter((id) => id !== undefined) ?? []
  return {
    allowed: item !== null && recorders(model, item.body).includes(by) && item.heldOn <= today,
    perform: (ctx) => recordAttendance(ctx, { sittingId: item?.sittingId ?? 0, personIds }),
    accepted() {
      if (item) item.present = personIds
      return ['sitting.attended']
    },
  }
}

/** Half of the four members, or 政策会議 of one; and somebody of them who does not keep out of it 「除斥」. */
export function canResolve(model: Model, on: ProposalModel): boolean {
  const { item } = on
  if (!item) return false
  const quorum = item.body === 'policyCouncil' ? 1 : 2
  return item.present.length >= quorum && item.present.some((id) => !keepsOut(model, on, id))
}

export function recorders({ cast }: Model, body: ItemModel['body']): readonly number[] {
  return [body === 'policyCouncil' ? cast.council : cast.chair, cast.secretariat]
}

export function isOnTable(on: ProposalModel): boolean {
  return follows('askAgain', on) || follows('putOnAgenda', on)
}

function isInCouncil(on: ProposalModel): boolean {
  return follows('returnFromCouncil', on)
}

function keepsOut(model: Model, on: ProposalModel, personId: number): boolean {
  const { cast } = model
  if (on.authorIds.includes(personId) || creditedIds(model, on).includes(personId)) return true
  const lead = on.considerations.find(({ isLead }) => isLead)?.departmentId
  const own = departmentOf(cast, personId, on.item?.heldOn ?? '')
  return lead !== undefined && (bureauOf(cast, lead) ?? lead) === (bureauOf(cast, own) ?? own)
}
