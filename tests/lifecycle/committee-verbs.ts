import { addDays, type Day } from '#app/domain/calendar'
import type { DecisionText } from '#app/domain/proposals/committee'
import { decideProposal } from '#app/domain/proposals/committee-decision.server'
import { askAgain } from '#app/domain/proposals/committee-question.server'
import { recordCouncilOutcome, referToCouncil } from '#app/domain/proposals/council.server'
import { type Decision, decisions, isAdoption } from '#app/domain/proposals/decision'
import { comeBack, holdForRecheck } from '#app/domain/proposals/holding.server'
import { listNewest } from './intake-verbs'
import {
  advance,
  type ConsiderationModel,
  follows,
  type ItemModel,
  type ProposalModel,
  type ProposalVerb,
  type Scene,
} from './model'
import { canResolve, isOnTable, recorders } from './meeting-verbs'
import { creditedIds } from './reading'

/* What is decided in meetings, and written down by their chairs or the secretariat. */

export const decide: ProposalVerb = (scene, on) => {
  const decision = decisionOf(scene)
  return {
    allowed: isOnTable(on) && resolves(scene, on) && isSound(scene, on, decision),
    perform: (ctx) => decideProposal(ctx, { proposalId: on.id, ...decision }),
    accepted: () => ['agenda.resolved', settled(scene, on, decision)],
  }
}

export const hold: ProposalVerb = (scene, on) => {
  const { reason, recheckOn, helperId } = { ...decisionOf(scene), ...recheck(scene) }
  return {
    allowed: isOnTable(on) && resolves(scene, on) && isSound(scene, on, { reason }),
    perform: (ctx) => holdForRecheck(ctx, { proposalId: on.id, reason, recheckOn, helperId }),
    accepted: () => ['agenda.resolved', held(scene, on, { reason, recheckOn, helperId })],
  }
}

export const ask: ProposalVerb = (scene, on) => {
  const { cast } = scene.model
  const departmentIds = [...new Set([scene.dice.pick(cast.askable), ...scene.dice.some(cast.askable, 1)])]
  const question = scene.text('再度の照会')
  return {
    allowed: isOnTable(on) && records(scene, on, 'improvementCommittee'),
    async perform(ctx) {
      await askAgain(ctx, { proposalId: on.id, heldOn: scene.today, question, departmentIds, dueOn: null })
      return listNewest(ctx, on.id, departmentIds.length)
    },
    accepted(considerations) {
      const before = on.item ? (['agenda.resolved'] as const) : onAgenda(on)
      on.item = null
      advance(on, 'askAgain')
      on.considerations.push(...(considerations as ConsiderationModel[]))
      scene.model.kept.push({ table: 'considerations', row: { proposalId: on.id, question } })
      return [...before, ...departmentIds.map(() => 'consideration.asked' as const)]
    },
  }
}

export const refer: ProposalVerb = (scene, on) => {
  const row = {
    ...{ kind: 'motion' as const, subject: scene.text('件名'), summary: scene.text('概要') },
    ...{ requestedDecision: scene.text('求める決定'), proposalId: on.id },
  }
  return {
    allowed: isOnTable(on) && resolves(scene, on),
    perform: (ctx) => referToCouncil(ctx, row),
    accepted() {
      advance(on, 'referToCouncil')
      on.referred = true
      scene.model.kept.push({ table: 'referrals', row: { ...row, heldOn: dealtWith(on) } })
      return ['agenda.resolved', 'proposal.referred']
    },
  }
}

/** The council decides, or gives the matter back to the committee. */
export const councilOutcome: ProposalVerb = (scene, on) => {
  const { model, dice } = scene
  const outcome = scene.text('政策会議の結果')
  const decision = dice.oneIn(3) ? null : decisionOf(scene)
  return {
    allowed:
      on.stage === 'inCouncil' && resolves(scene, on) && (decision === null || isSound(scene, on, decision)),
    perform: (ctx) => recordCouncilOutcome(ctx, { proposalId: on.id, outcome, decision }),
    accepted() {
      const row = { proposalId: on.id, outcome, outcomeOn: on.item?.heldOn ?? '' }
      model.kept.push({ table: 'referrals', row })
      if (decision) return ['agenda.resolved', settled(scene, on, decision)]
      advance(on, 'returnFromCouncil')
      on.item = null
      return ['agenda.resolved', 'proposal.returnedFromCouncil']
    },
  }
}

/** Comes by itself on its day; no person brings it back. */
export const bringBack: ProposalVerb = (_scene, on) => ({
  allowed: false,
  perform: (ctx) => comeBack(ctx, { proposalId: on.id }),
  accepted: () => [],
})

/** Never about what is one's own. The lead departments here are of other bureaus than the recording members. */
function records({ model, by }: Scene, on: ProposalModel, body: ItemModel['body']): boolean {
  const isOwn = on.authorIds.includes(by) || creditedIds(model, on).includes(by)
  return recorders(model, body).includes(by) && !isOwn
}

/** What a meeting decides is written down once it has begun, with a quorum. */
function resolves(scene: Scene, on: ProposalModel): boolean {
  return on.item !== null && records(scene, on, on.item.body) && canResolve(scene.model, on)
}

/** Complete, and of a meeting that is not to come: the clock may have been put back since it began. */
function isSound({ today }: Scene, on: ProposalModel, { reason }: { reason: string }): boolean {
  return reason !== '' && on.item !== null && on.item.heldOn <= today
}

/** Returns the day of the meeting that dealt with it. */
function dealtWith(on: ProposalModel): Day {
  const { heldOn = '' } = on.item ?? {}
  on.item = null
  return heldOn
}

function onAgenda(on: ProposalModel): 'proposal.putOnAgenda'[] {
  if (!follows('putOnAgenda', on)) return []
  advance(on, 'putOnAgenda')
  on.hold = null
  return ['proposal.putOnAgenda']
}

function settled(scene: Scene, on: ProposalModel, text: Decided) {
  if (text.decision === 'continued') return held(scene, on, text)
  advance(on, 'decide')
  const { decision, reason, implementingDepartmentId } = text
  const heldOn = dealtWith(on)
  Object.assign(on, { decision, implementingDepartmentId })
  scene.model.kept.push({ table: 'decisions', row: { proposalId: on.id, decision, reason, heldOn } })
  return 'proposal.decided' as const
}

type HeldText = Pick<DecisionText, 'reason' | 'recheckOn' | 'helperId'>

function held({ model }: Scene, on: ProposalModel, { reason, recheckOn, helperId }: HeldText) {
  advance(on, 'holdForRecheck')
  const heldOn = dealtWith(on)
  on.hold = { recheckOn: recheckOn ?? heldOn, heldOn, helperId }
  model.kept.push({ table: 'holds', row: { proposalId: on.id, reason, recheckOn, helperId } })
  return 'proposal.held' as const
}

type Decided = Omit<DecisionText, 'heldOn'>

/** With all that it needs, and now and then without its reason. */
function decisionOf(scene: Scene): Decided {
  const { model, dice, text, today } = scene
  const decision: Decision = dice.pick(decisions)
  const adopts = isAdoption(decision)
  return {
    ...{ decision, directive: 'implement', reason: dice.oneIn(10) ? '' : text('決定の理由') },
    part: decision === 'partlyAdopted' ? text('採用する部分') : '',
    reasonCode: decision === 'notAdopted' ? 'effect' : null,
    possibleWhen: decision === 'notAdopted' ? text('こうなれば') : '',
    reference: decision === 'alreadyDone' ? text('実施済み') : '',
    implementingDepartmentId: adopts ? dice.pick(model.cast.askable) : null,
    owner: adopts ? text('担当') : '',
    plannedOn: adopts ? addDays(today, 30) : null,
    targetProjectId: adopts ? (dice.pick(Object.values(model.cast.town.projects)) ?? null) : null,
    ...(decision === 'continued' ? recheck(scene) : { recheckOn: null, helperId: null }),
  }
}

function recheck({ model, dice, today }: Scene): { recheckOn: Day; helperId: number } {
  return { recheckOn: addDays(today, dice.pick([1, 10, 60])), helperId: dice.pick(model.cast.everybody) ?? 0 }
}
