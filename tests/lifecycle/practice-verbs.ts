import { addDays, fiscalYearOf } from '#app/domain/calendar'
import { confirmPractices } from '#app/domain/practices/confirmation.server'
import { emptyContent, type PracticeContent } from '#app/domain/practices/content'
import {
  discardPractice,
  draftPractice,
  revisePractice,
  type SavedPractice,
} from '#app/domain/practices/drafting.server'
import { prepareReport, reportPractice } from '#app/domain/practices/reporting.server'
import { returnPractice } from '#app/domain/practices/returning.server'
import { bureauOf, departmentOf, isHeadOf } from './cast'
import {
  type Attempt,
  followsReport,
  nextReceipt,
  type PracticeModel,
  type PracticeVerbOf,
  type Scene,
} from './model'
import { confirms, isPracticeAuthor } from './reading'

export function draftReport(scene: Scene): Attempt {
  const content = contentBy(scene, scene.by)
  return {
    allowed: true,
    perform: (ctx) => draftPractice(ctx, content),
    accepted(saved) {
      scene.model.practices.push({
        ...{ id: (saved as SavedPractice).practiceId, stage: 'draft', reporterId: scene.by, content },
        departmentId: departmentOf(scene.model.cast, scene.by, scene.today),
        ...{ reported: false, confirmingDepartmentId: null, receiptNumber: null },
      })
      return ['practice.drafted']
    },
  }
}

export const reviseReport: PracticeVerbOf = (scene, on) => {
  const content = contentBy(scene, on.reporterId)
  const isStale = scene.dice.oneIn(4)
  const version = scene.seen.version - (isStale ? 1 : 0)
  return {
    allowed: isPracticeAuthor(on, scene.by) && followsReport('report', on) && !isStale,
    perform: (ctx) => revisePractice(ctx, { practiceId: on.id, version, content }),
    accepted() {
      on.content = content
      return []
    },
  }
}

export const discardReport: PracticeVerbOf = ({ model, by }, on) => ({
  allowed: by === on.reporterId && !on.reported,
  perform: (ctx) => discardPractice(ctx, { practiceId: on.id }),
  accepted() {
    model.practices.splice(model.practices.indexOf(on), 1)
    return ['practice.discarded']
  },
})

/** Written to the end and reported in one go, as the form does it. */
export const report: PracticeVerbOf = (scene, on) => {
  const { model, by, today } = scene
  const content = contentBy(scene, on.reporterId)
  return {
    allowed: by === on.reporterId && followsReport('report', on) && isComplete(scene, content),
    async perform(ctx) {
      const draft = { practiceId: on.id, version: scene.seen.version }
      return reportPractice(ctx, await prepareReport(ctx, { content, draft }))
    },
    accepted(result) {
      on.receiptNumber ??= nextReceipt(model, 'practice', fiscalYearOf(today), 4)
      const { receiptNumber } = result as { receiptNumber: string }
      if (receiptNumber !== on.receiptNumber)
        throw new Error(`${receiptNumber} instead of ${on.receiptNumber}`)
      Object.assign(on, { content, stage: 'reported', reported: true })
      on.departmentId = departmentOf(model.cast, by, today)
      on.confirmingDepartmentId = confirmingDepartment(scene, on)
      return ['practice.reported']
    },
  }
}

export const confirm: PracticeVerbOf = (scene, on) => {
  const { model, by, dice, seen } = scene
  const projectId = model.cast.town.projects.counter
  const projectIds = dice.oneIn(3) ? null : [projectId]
  const headComment = scene.text('ひとこと')
  const isPicked = on.content.projectUnknown === 0 || projectIds !== null
  return {
    allowed: judges(scene, on) && followsReport('confirm', on) && isPicked,
    perform: (ctx) =>
      confirmPractices(ctx, [{ practiceId: on.id, version: seen.version, headComment, projectIds }]),
    accepted() {
      on.stage = 'confirmed'
      if (on.content.projectUnknown === 1) {
        on.content = { ...on.content, projectUnknown: 0, projectIds: projectIds ?? [] }
      }
      model.kept.push({ table: 'practices', row: { id: on.id, headComment, confirmedById: by } })
      return ['practice.confirmed']
    },
  }
}

export const sendReportBack: PracticeVerbOf = (scene, on) => {
  const row = { practiceId: on.id, missing: scene.text('足りないこと') }
  return {
    allowed: judges(scene, on) && followsReport('returnForRevision', on),
    perform: (ctx) => returnPractice(ctx, row),
    accepted() {
      on.stage = 'returned'
      scene.model.kept.push({ table: 'practiceReturns', row })
      return ['practice.returned']
    },
  }
}

/** Nobody judges what is one's own. */
function judges({ model, by, today }: Scene, on: PracticeModel): boolean {
  return confirms(model, on, by, today) && !isPracticeAuthor(on, by)
}

/** The first from below whose head is not among the authors. */
function confirmingDepartment({ model: { cast }, today }: Scene, on: PracticeModel): number | null {
  const bureau = bureauOf(cast, on.departmentId)
  if (bureau === null) return null
  const authors = [on.reporterId, ...on.content.memberIds]
  const isHeaded = (departmentId: number) => authors.some((id) => isHeadOf(cast, id, departmentId, today))
  return [on.departmentId, bureau].find((departmentId) => !isHeaded(departmentId)) ?? null
}

function isComplete({ today }: Scene, { title, implementedOn }: PracticeContent): boolean {
  return title !== '' && implementedOn !== null && implementedOn <= today
}

/** Mostly complete; now and then without a name, or not carried out yet. */
function contentBy({ model: { cast }, dice, text, today }: Scene, reporterId: number): PracticeContent {
  const isUnknown = dice.oneIn(4)
  return {
    ...emptyContent,
    title: dice.oneIn(10) ? '' : text('改善'),
    before: text('前の状況'),
    change: text('変えたこと'),
    effectTags: dice.some(['time', 'mistakes', 'workplace'], 2),
    minutesPerYear: dice.pick([null, 600]),
    implementedOn: addDays(today, dice.pick([-100, -40, 0, 0, 0, 1])),
    projectUnknown: isUnknown ? 1 : 0,
    projectIds: isUnknown ? [] : [dice.pick(Object.values(cast.town.projects)) ?? 0],
    memberIds: dice.some(cast.everybody, 2).filter((id) => id !== reporterId),
  }
}
