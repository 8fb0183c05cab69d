import { type ShownAttachment, shownTo } from '../attachments/attachment'
import { addDays, type Day, dayOf } from '../calendar'
import type { Db } from '../context'
import { type EffectTag, effectTagsOf } from '../effects'
import { NotFound } from '../errors'
import type { Actor } from '../organisation/actor'
import type { DecisionView } from './committee-view'
import { factsOf } from './facts.server'
import { shownStage, type Stage } from './lifecycle'
import { nextStep, type NextStep } from './next-step'
import { decisionOf, type PageRow, selectPage } from './page-row.server'
import { isSeenBy, knowsAuthors, knowsDecisions, type ProposalFacts, type Willingness } from './proposal'
import { fileOf } from './related-files.server'
import { listRelatedSeenBy, type Related, type RelatedKind } from './related.server'

export interface ProposalPage {
  readonly facts: ProposalFacts
  /** As this reader may know it. */
  readonly stage: Stage
  /** Null until the reader may know it. */
  readonly decision: DecisionView | null
  readonly next: NextStep
  readonly text: ProposalText
  readonly fiscalYear: number
  readonly receiptNumber: string | null
  readonly submittedOn: Day | null
  readonly acceptedOn: Day | null
  readonly leadDepartmentName: string | null
  readonly knowsAuthors: boolean
  readonly attachments: readonly ShownAttachment[]
  related(kind: RelatedKind): Related[]
}

export interface ProposalText {
  readonly title: string
  readonly themeTitle: string | null
  readonly currentSituation: string
  readonly proposal: string
  readonly concerns: string
  readonly expectedEffect: string
  readonly cost: string
  readonly effectTags: readonly EffectTag[]
  readonly minutesPerYear: number | null
  readonly yenPerYear: number | null
  /** Null while the names are hidden: a group is known by its name. */
  readonly groupName: string | null
  readonly nameDisclosure: ProposalFacts['nameDisclosure']
  readonly willingness: Willingness
}

/**
 * A proposal with all that its page says of itself, in two statements. Names only for those who may know them.
 * Throws NotFound for whoever may not read it.
 */
export async function findProposalPage(db: Db, actor: Actor, proposalId: number): Promise<ProposalPage> {
  const [row] = await selectPage(db, { proposalId, today: actor.today })
  const facts = factsOf(row)
  if (!row || !isSeenBy(actor, facts)) throw new NotFound()

  const related = await listRelatedSeenBy(db, actor, facts, row.fiscalYear)
  const of = (kind: RelatedKind) => related.filter((one) => one.kind === kind)
  const isPublished = facts.notified || knowsDecisions(actor)
  const stage = shownStage(facts.stage, isPublished)
  const decision = isPublished ? decisionOf(row) : null
  const knows = knowsAuthors(actor, facts)
  const [holding] = of('helper')
  return {
    facts,
    stage,
    decision,
    next: nextStep({
      stage,
      decision: decision?.decision ?? null,
      receiveDueOn: row.receiveDueOn,
      answerDueOn: row.answerDueOn,
      waitingFor: of('waiting').map(({ name }) => name),
      helper: holding?.name ?? null,
      recheckOn: holding?.detail ?? null,
      noticeDueOn: row.decidedAt === null ? null : addDays(dayOf(row.decidedAt), row.noticeWithinDays),
      implementingDepartment: isPublished ? (row.implementingName ?? row.namedToImplement) : null,
      plannedOn: isPublished ? (row.plannedOn ?? row.decidedPlan) : null,
      nextReportOn: row.nextReportOn,
    }),
    text: textOf(row, knows),
    fiscalYear: row.fiscalYear,
    receiptNumber: row.receiptNumber,
    submittedOn: row.submittedAt === null ? null : dayOf(row.submittedAt),
    acceptedOn: row.acceptedAt === null ? null : dayOf(row.acceptedAt),
    leadDepartmentName: row.leadDepartmentName,
    knowsAuthors: knows,
    attachments: shownTo({ knowsAuthors: knows }, of('attachment').map(fileOf)),
    related: of,
  }
}

function textOf(row: PageRow, knows: boolean): ProposalText {
  return {
    title: row.title,
    themeTitle: row.themeTitle,
    currentSituation: row.currentSituation,
    proposal: row.proposal,
    concerns: row.concerns,
    expectedEffect: row.expectedEffect,
    cost: row.cost,
    effectTags: effectTagsOf(row.effectTags),
    minutesPerYear: row.minutesPerYear,
    yenPerYear: row.yenPerYear,
    groupName: knows ? row.groupName : null,
    nameDisclosure: row.nameDisclosure,
    willingness: row.willingness,
  }
}
