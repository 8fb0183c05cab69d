import { addDays } from '#app/domain/calendar'
import type { ConsiderationText } from '#app/domain/proposals/consideration'
import {
  answerConsideration,
  saveConsiderationDraft,
  takeUpConsideration,
} from '#app/domain/proposals/consideration.server'
import { stances } from '#app/domain/proposals/decision'
import { departmentOf, isHeadOf } from './cast'
import { advance, type ConsiderationModel, type ProposalModel, type ProposalVerb, type Scene } from './model'

/* What the departments asked do: take up, draft, answer. */

export const takeUp: ProposalVerb = (scene, on) => {
  const asked = chosen(scene, on)
  return {
    allowed: isOpen(on, asked) && isHead(scene, asked) && !asked.takenUp,
    perform: (ctx) => takeUpConsideration(ctx, { considerationId: asked.id }),
    accepted() {
      asked.takenUp = true
      return ['consideration.takenUp']
    },
  }
}

export const writeDraft: ProposalVerb = (scene, on) => {
  const asked = chosen(scene, on)
  const text = answerOf(scene)
  const isStale = asked.writes > 0 && scene.dice.oneIn(4)
  const version = asked.writes - (isStale ? 1 : 0)
  const isColleague = departmentOf(scene.model.cast, scene.by, scene.today) === asked.departmentId
  return {
    allowed: isOpen(on, asked) && isColleague && !isStale,
    perform: (ctx) => saveConsiderationDraft(ctx, { considerationId: asked.id, version, text }),
    accepted() {
      write(asked, scene.by, text)
      return []
    },
  }
}

/** The last answer passes the proposal on, or decides it where the campaign lets the lead department do so. */
export const answer: ProposalVerb = (scene, on) => {
  const { model, by, dice } = scene
  const asked = chosen(scene, on)
  const isBlank = dice.oneIn(10)
  const text = isBlank ? { ...answerOf(scene), grounds: '' } : answerOf(scene)
  const decides = dice.oneIn(3)
    ? { targetProjectId: dice.pick(Object.values(model.cast.town.projects)) ?? 0 }
    : null
  const isLast = on.considerations.every((other) => other === asked || other.answered)
  const mayDecide =
    on.content.themeId === model.cast.ownDecisionTheme && asked.isLead && isLast && text.stance === 'do'
  return {
    allowed: isOpen(on, asked) && isHead(scene, asked) && !isBlank && (decides === null || mayDecide),
    perform: (ctx) =>
      answerConsideration(ctx, { considerationId: asked.id, version: asked.writes, text, decides }),
    accepted() {
      const first = asked.takenUp ? [] : ['consideration.takenUp' as const]
      write(asked, by, text)
      Object.assign(asked, { takenUp: true, answered: true })
      if (decides) {
        advance(on, 'decideByDepartment')
        Object.assign(on, { decision: 'adopted', implementingDepartmentId: asked.departmentId })
        model.kept.push({
          table: 'decisions',
          row: { proposalId: on.id, body: 'department', reason: text.grounds, ...decides },
        })
        return [...first, 'consideration.answered', 'consideration.closed', 'proposal.decided']
      }
      if (!isLast) return [...first, 'consideration.answered']
      advance(on, 'closeConsideration')
      return [...first, 'consideration.answered', 'consideration.closed']
    },
  }
}

/** Where nothing was asked yet, a question that does not exist. */
const unasked: ConsiderationModel = {
  ...{ id: 0, departmentId: 0, isLead: false, takenUp: false, answered: true, writes: 0, versions: [] },
}

function chosen({ dice }: Scene, { considerations }: ProposalModel): ConsiderationModel {
  return dice.pick(considerations) ?? unasked
}

function isOpen({ stage }: ProposalModel, { answered }: ConsiderationModel): boolean {
  return stage === 'considering' && !answered
}

function isHead({ model, by, today }: Scene, { departmentId }: ConsiderationModel): boolean {
  return isHeadOf(model.cast, by, departmentId, today)
}

function write(asked: ConsiderationModel, by: number, text: ConsiderationText): void {
  if (asked.versions.at(-1)?.by === by) asked.versions.pop()
  asked.versions.push({ by, text })
  asked.writes += 1
}

/** With all that its stance needs, and nothing that belongs to another one. */
function answerOf({ dice, text, today }: Scene): ConsiderationText {
  const stance = dice.pick(stances)
  const carriesOut = ['do', 'partly', 'conditional', 'trial', 'study', 'alternative'].includes(stance)
  const when = (fits: boolean, label: string) => (fits ? text(label) : '')
  return {
    stance,
    grounds: text('理由は次のとおりで、これまでの経緯もふまえています'),
    part: when(stance === 'partly', '実施する部分'),
    conditions: when(stance === 'conditional', '条件'),
    trial: when(stance === 'trial', '試し方'),
    alternative: when(stance === 'alternative', '代替案'),
    reasonCode: stance === 'difficult' ? 'budget' : null,
    possibleWhen: when(stance === 'difficult', 'こうなれば'),
    plannedOn: carriesOut ? addDays(today, 30) : null,
    owner: when(carriesOut, '担当'),
    costYen: 50_000,
    expectedEffect: text('効果'),
    laws: text('法令'),
    consulted: text('合議'),
    reference: when(stance === 'alreadyDone', '実施済み'),
    wordToProposer: text('ひとこと'),
  }
}
