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
  type ProposalModel,
  type ProposalVerb,
  type Scene,
} from './model'
import { creditedIds } from './reading'

/* What is decided in meetings, and written down by their chairs or the secretariat. */

export const decide: ProposalVerb = (scene, on) => {
  const decision = decisionOf(scene)
  return {
    allowed: isOnTable(on) && records(scene, on, scene.model.cast.chair) && decision.reason !== '',
    perform: (ctx) => decideProposal(ctx, { proposalId: on.id, ...decision }),
    accepted: () => [...onAgenda(on), settled(scene, on, decision)],
  }
}

export const hold: ProposalVerb = (scene, on) => {
  const { heldOn, reason, recheckOn, helperId } = { ...decisionOf(scene), ...recheck(scene) }
  return {
    allowed: isOnTable(on) && records(scene, on, scene.model.cast.chair) && reason !== '',
    perform: (ctx) => holdForRecheck(ctx, { proposalId: on.id, heldOn, reason, recheckOn, helperId }),
    accepted: () => [...onAgenda(on), held(scene, on, { heldOn, reason, recheckOn, helperId })],
  }
}

export const ask: ProposalVerb = (scene, on) => {
  const { cast } = scene.model
  const departmentIds = [...new Set([scene.dice.pick(cast.askable), ...scene.dice.some(cast.askable, 1)])]
  const question = scene.text('再度の照会')
  return {
    allowed: isOnTable(on) && records(scene, on, cast.chair),
    async perform(ctx) {
      await askAgain(ctx, { proposalId: on.id, heldOn: scene.today, question, departmentIds, dueOn: null })
      return listNewest(ctx, on.id, departmentIds.length)
    },
    accepted(considerations) {
      const before = onAgenda(on)
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
    ...{ requestedDecision: scene.text('求める決定'), heldOn: scene.today, proposalId: on.id },
  }
  return {
    allowed: isOnTable(on) && records(scene, on, scene.model.cast.chair),
    perform: (ctx) => referToCouncil(ctx, row),
    accepted() {
      const before = onAgenda(on)
      advance(on, 'referToCouncil')
      on.referred = true
      scene.model.kept.push({ table: 'referrals', row })
      return [...before, 'proposal.referred']
    },
  }
}

/** The council decides, or gives the matter back to the committee. */
export const councilOutcome: ProposalVerb = (scene, on) => {
  const { model, today, dice } = scene
  const outcome = scene.text('政策会議の結果')
  const decision = dice.oneIn(3) ? null : decisionOf(scene)
  return {
    allowed: on.stage === 'inCouncil' && records(scene, on, model.cast.council) && decision?.reason !== '',
    perform: (ctx) => recordCouncilOutcome(ctx, { proposalId: on.id, outcome, outcomeOn: today, decision }),
    accepted() {
      model.kept.push({ table: 'referrals', row: { proposalId: on.id, outcome, outcomeOn: today } })
      if (decision) return [settled(scene, on, decision)]
      advance(on, 'returnFromCouncil')
      return ['proposal.returnedFromCouncil']
    },
  }
}

/** Comes by itself on its day; no person brings it back. */
export const bringBack: ProposalVerb = (_scene, on) => ({
  allowed: false,
  perform: (ctx) => comeBack(ctx, { proposalId: on.id }),
  accepted: () => [],
})

function isOnTable(on: ProposalModel): boolean {
  return follows('askAgain', on) || follows('putOnAgenda', on)
}

/** Never about what is one's own. The lead departments here are of other bureaus than the recording members. */
function records({ model, by }: Scene, on: ProposalModel, chair: number): boolean {
  const isOwn = on.authorIds.includes(by) || creditedIds(model, on).includes(by)
  return [chair, model.cast.secretariat].includes(by) && !isOwn
}

function onAgenda(on: ProposalModel): 'proposal.putOnAgenda'[] {
  if (!follows('putOnAgenda', on)) return []
  advance(on, 'putOnAgenda')
  on.hold = null
  return ['proposal.putOnAgenda']
}

function settled(scene: Scene, on: ProposalModel, text: DecisionText) {
  if (text.decision === 'continued') return held(scene, on, text)
  advance(on, 'decide')
  const { decision, reason, heldOn, implementingDepartmentId } = text
  Object.assign(on, { decision, implementingDepartmentId })
  scene.model.kept.push({ table: 'decisions', row: { proposalId: on.id, decision, reason, heldOn } })
  return 'proposal.decided' as const
}

type HeldText = Pick<DecisionText, 'heldOn' | 'reason' | 'recheckOn' | 'helperId'>

function held({ model }: Scene, on: ProposalModel, { heldOn, reason, recheckOn, helperId }: HeldText) {
  advance(on, 'holdForRecheck')
  on.hold = { recheckOn: recheckOn ?? heldOn, heldOn, helperId }
  model.kept.push({ table: 'holds', row: { proposalId: on.id, reason, recheckOn, helperId } })
  return 'proposal.held' as const
}

/** With all that it needs, and now and then without its reason. */
function decisionOf(scene: Scene): DecisionText {
  const { model, dice, text, today } = scene
  const decision: Decision = dice.pick(decisions)
  const adopts = isAdoption(decision)
  return {
    ...{ decision, heldOn: today, directive: 'implement', reason: dice.oneIn(10) ? '' : text('決定の理由') },
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
