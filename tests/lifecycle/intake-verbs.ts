import { addDays } from '#app/domain/calendar'
import type { Ctx } from '#app/domain/context'
import { revealAuthors } from '#app/domain/proposals/authors.server'
import {
  acceptForReview,
  declineAtIntake,
  informOnly,
  returnForRevision,
} from '#app/domain/proposals/intake.server'
import { mergeInto, undoMerger } from '#app/domain/proposals/merging.server'
import {
  advance,
  type ConsiderationModel,
  follows,
  nextReceipt,
  type ProposalModel,
  type ProposalVerb,
  type Scene,
} from './model'

/* What the secretariat does with a proposal that came in. */

export const accept: ProposalVerb = ({ model, by, today, dice }, on) => {
  const others = dice.some(model.cast.askable, 2)
  const leadDepartmentId = dice.pick(model.cast.askable)
  const ids = [...new Set([leadDepartmentId, ...others])]
  const isTooLate = dice.oneIn(8)
  const asked = ids.map((departmentId) => ({ departmentId, dueOn: addDays(today, isTooLate ? -1 : 14) }))
  return {
    allowed: by === model.cast.secretariat && follows('acceptForReview', on) && !isTooLate,
    async perform(ctx) {
      const receiptNumber = await acceptForReview(ctx, { proposalId: on.id, leadDepartmentId, asked })
      return { receiptNumber, considerations: await listNewest(ctx, on.id, asked.length) }
    },
    accepted(result) {
      const { receiptNumber, considerations } = result as {
        receiptNumber: string
        considerations: ConsiderationModel[]
      }
      advance(on, 'acceptForReview')
      on.receiptNumber = nextReceipt(model, 'proposal', on.fiscalYear, 3)
      if (receiptNumber !== on.receiptNumber)
        throw new Error(`${receiptNumber} instead of ${on.receiptNumber}`)
      on.considerations.push(...considerations)
      return ['proposal.accepted', ...asked.map(() => 'consideration.asked' as const)]
    },
  }
}

export const sendBack: ProposalVerb = (scene, on) => {
  const row = { proposalId: on.id, missing: scene.text('足りないこと') }
  return {
    allowed: receives('returnForRevision', scene, on),
    perform: (ctx) => returnForRevision(ctx, row),
    accepted() {
      advance(on, 'returnForRevision')
      scene.model.kept.push({ table: 'returns', row })
      return ['proposal.returned']
    },
  }
}

export const decline: ProposalVerb = (scene, on) => {
  const isUnknown = scene.dice.oneIn(6)
  const row = {
    proposalId: on.id,
    reasonCode: isUnknown ? 'none' : 'law',
    reason: scene.text('不受理の理由'),
  }
  return {
    allowed: receives('declineAtIntake', scene, on) && !isUnknown,
    perform: (ctx) => declineAtIntake(ctx, row),
    accepted() {
      advance(on, 'declineAtIntake')
      scene.model.kept.push({ table: 'refusals', row: { ...row, kind: 'notAccepted' } })
      return ['proposal.declined']
    },
  }
}

export const inform: ProposalVerb = (scene, on) => {
  const { cast, kept } = scene.model
  const departmentId = scene.dice.pick(cast.askable)
  const row = { proposalId: on.id, departmentId, reason: scene.text('情報提供の理由') }
  return {
    allowed: receives('informOnly', scene, on),
    perform: (ctx) => informOnly(ctx, row),
    accepted() {
      advance(on, 'informOnly')
      on.informedDepartmentId = departmentId
      kept.push({ table: 'refusals', row: { ...row, kind: 'informed' } })
      return ['proposal.informed']
    },
  }
}

export const merge: ProposalVerb = (scene, on) => {
  const into = scene.dice.pick(scene.model.proposals) ?? on
  const row = { proposalId: on.id, intoId: into.id, reason: scene.text('統合の理由') }
  const deadEnds = ['draft', 'returned', 'notAccepted', 'informed', 'merged', 'withdrawn']
  return {
    allowed:
      receives('mergeInto', scene, on) && into !== on && into.submitted && !deadEnds.includes(into.stage),
    perform: (ctx) => mergeInto(ctx, row),
    accepted() {
      const from = on.stage
      advance(on, 'mergeInto')
      on.merger = { intoId: into.id, from }
      scene.model.kept.push({ table: 'mergers', row: { ...row, fromStage: from } })
      return ['proposal.merged']
    },
  }
}

/** Back to where it was. */
export const undoMerge: ProposalVerb = ({ model, by }, on) => ({
  allowed: by === model.cast.secretariat && on.merger !== null,
  perform: (ctx) => undoMerger(ctx, { proposalId: on.id }),
  accepted() {
    advance(on, on.merger?.from === 'submitted' ? 'undoMergerBeforeAcceptance' : 'undoMerger')
    on.merger = null
    return ['proposal.mergerUndone']
  },
})

/** A look at a hidden name is an act of its own; there is none where the name is known anyway. */
export const reveal: ProposalVerb = ({ model, by }, on) => {
  const { nameDisclosure } = on.content
  const isKnown =
    on.authorIds.includes(by) ||
    nameDisclosure === 'disclosed' ||
    (nameDisclosure === 'hiddenDuringReview' && on.notified)
  return {
    allowed: by === model.cast.secretariat && on.submitted && !isKnown,
    perform: (ctx) => revealAuthors(ctx, { proposalId: on.id }),
    accepted: () => ['proposal.authorsRevealed'],
  }
}

/** The questions that were just asked, as the model keeps them. */
export async function listNewest(
  { tx }: Ctx,
  proposalId: number,
  count: number,
): Promise<ConsiderationModel[]> {
  const rows = await tx
    .selectFrom('considerations')
    .select(['id', 'departmentId', 'isLead'])
    .where('proposalId', '=', proposalId)
    .orderBy('id', 'desc')
    .limit(count)
    .execute()
  return rows.map(({ id, departmentId, isLead }) => ({
    ...{ id, departmentId, isLead: isLead === 1, takenUp: false, answered: false, writes: 0, versions: [] },
  }))
}

function receives(
  verb: 'returnForRevision' | 'declineAtIntake' | 'informOnly' | 'mergeInto',
  { model, by }: Scene,
  on: ProposalModel,
): boolean {
  return by === model.cast.secretariat && follows(verb, on)
}
