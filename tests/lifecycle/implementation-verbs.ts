import { addDays } from '#app/domain/calendar'
import type { EventKind } from '#app/domain/events/event'
import { isAdoption } from '#app/domain/proposals/decision'
import {
  abandonImplementation,
  completeImplementation,
  startImplementation,
  verifyEffect,
} from '#app/domain/proposals/implementation.server'
import { reportProgress, revertImplementation } from '#app/domain/proposals/implementation-report.server'
import { closeProposal, notifyDecisions } from '#app/domain/proposals/notice.server'
import { departmentOf, isHeadOf } from './cast'
import { advance, follows, type ProposalModel, type ProposalVerb, type Scene } from './model'

/* From the notice on: publishing, carrying out, verifying, ending. */

/** All of a batch or none: one that is not decided keeps back the others. */
export const notify: ProposalVerb = (scene, on) => {
  const { model, by, dice } = scene
  const others = model.proposals.filter((other) => other !== on && follows('notify', other))
  const batch = [on, ...dice.some(others, 2)]
  const entries = batch.map(({ id }) => ({ proposalId: id, comment: scene.text('講評') }))
  const closeOthers = dice.oneIn(2)
  return {
    allowed: by === model.cast.secretariat && batch.every((one) => follows('notify', one)),
    perform: (ctx) => notifyDecisions(ctx, { entries, closeOthers }),
    accepted() {
      model.kept.push(...entries.map((row) => ({ table: 'notices' as const, row })))
      return batch.flatMap((one): EventKind[] => {
        advance(one, 'notify')
        one.notified = true
        if (!closeOthers || isAdopted(one)) return ['proposal.notified']
        advance(one, 'close')
        return ['proposal.notified', 'proposal.closed']
      })
    },
  }
}

export const close: ProposalVerb = (scene, on) => {
  const row = { proposalId: on.id, reason: scene.text('終了の理由') }
  return {
    allowed: scene.by === scene.model.cast.secretariat && follows('close', on) && !isAdopted(on),
    perform: (ctx) => closeProposal(ctx, row),
    accepted() {
      advance(on, 'close')
      scene.model.kept.push({ table: 'refusals', row: { ...row, kind: 'closed' } })
      return ['proposal.closed']
    },
  }
}

export const start: ProposalVerb = (scene, on) => {
  const plannedOn = addDays(scene.today, 20)
  return {
    allowed: isOfDepartment(scene, on) && follows('startImplementation', on),
    perform: (ctx) =>
      startImplementation(ctx, {
        proposalId: on.id,
        owner: scene.text('担当'),
        plannedOn,
        nextReportOn: null,
      }),
    accepted() {
      advance(on, 'startImplementation')
      return ['implementation.started']
    },
  }
}

export const progress: ProposalVerb = (scene, on) => {
  const isStale = scene.dice.oneIn(4)
  const report = { status: 'inProgress' as const, text: scene.text('進み具合') }
  const version = scene.seen.implementation - (isStale ? 1 : 0)
  const nextReportOn = addDays(scene.today, 10)
  return {
    allowed: isOfDepartment(scene, on) && on.stage === 'implementing' && !isStale,
    perform: (ctx) => reportProgress(ctx, { proposalId: on.id, version, ...report, nextReportOn }),
    accepted() {
      scene.model.kept.push({ table: 'implementationReports', row: { proposalId: on.id, ...report } })
      return ['implementation.reported']
    },
  }
}

export const complete: ProposalVerb = (scene, on) => {
  const isToCome = scene.dice.oneIn(6)
  const row = {
    ...{ proposalId: on.id, implementedOn: addDays(scene.today, isToCome ? 1 : 0), recurring: 1 as const },
    ...{ actualMinutesPerYear: 600, actualYenPerYear: null },
    ...{ actualEffect: scene.text('実際の効果'), evidence: scene.text('根拠') },
  }
  return {
    allowed: isOfDepartment(scene, on) && follows('completeImplementation', on) && !isToCome,
    perform: (ctx) => completeImplementation(ctx, row),
    accepted() {
      advance(on, 'completeImplementation')
      on.completedById = scene.by
      scene.model.kept.push({ table: 'implementations', row: { ...row, completedById: scene.by } })
      return ['implementation.completed']
    },
  }
}

export const abandon: ProposalVerb = (scene, on) => {
  const reason = scene.text('見送りの理由')
  return {
    allowed: isOfDepartment(scene, on) && follows('abandonImplementation', on),
    perform: (ctx) => abandonImplementation(ctx, { proposalId: on.id, reason }),
    accepted() {
      advance(on, 'abandonImplementation')
      on.hasEnded = true
      scene.model.kept.push({ table: 'implementations', row: { proposalId: on.id, endReason: reason } })
      return ['implementation.abandoned']
    },
  }
}

/** What turned out badly is undone, with a lesson. */
export const revert: ProposalVerb = (scene, on) => {
  const lesson = scene.text('分かったこと')
  return {
    allowed: isOfDepartment(scene, on) && on.completedById !== null && !on.hasEnded,
    perform: (ctx) => revertImplementation(ctx, { proposalId: on.id, lesson }),
    accepted() {
      on.hasEnded = true
      scene.model.kept.push({ table: 'implementationReports', row: { proposalId: on.id, text: lesson } })
      return ['implementation.reported']
    },
  }
}

/** By the lead author, the head or the secretariat, and never by who reported the completion. */
export const verify: ProposalVerb = (scene, on) => {
  const { model, by, today } = scene
  const row = { proposalId: on.id, verification: scene.text('確認した内容') }
  const isEntitled =
    by === on.authorIds[0] ||
    by === model.cast.secretariat ||
    isHeadOf(model.cast, by, on.implementingDepartmentId, today)
  return {
    allowed: isEntitled && follows('verifyEffect', on) && !on.hasEnded && by !== on.completedById,
    perform: (ctx) => verifyEffect(ctx, row),
    accepted() {
      advance(on, 'verifyEffect')
      model.kept.push({ table: 'implementations', row: { ...row, verifiedById: by } })
      return ['implementation.verified']
    },
  }
}

function isAdopted({ decision }: ProposalModel): boolean {
  return decision !== null && isAdoption(decision)
}

function isOfDepartment({ model, by, today }: Scene, on: ProposalModel): boolean {
  return on.notified && isAdopted(on) && departmentOf(model.cast, by, today) === on.implementingDepartmentId
}
