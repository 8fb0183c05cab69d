import type { Ctx } from '../context'
import { insist, RuleBroken } from '../errors'
import { onBehalfOf } from '../organisation/actor'
import { refreshAnswerDue } from './consideration-asking.server'
import { type Asked, findAskedSeenBy } from './consideration-facts.server'
import { type ConsiderationText, missingInAnswer, withoutOtherAnswers } from './consideration'
import {
  type AskedFacts,
  headedOf,
  mayAnswer,
  mayDecideByDepartment,
  mayTakeUp,
  mayWriteDraft,
} from './consideration-policy'
import { writeText } from './consideration-text.server'
import { insistOnReasonCode } from '../organisation/reason-codes.server'
import { missingInDecision, ownDecision } from './committee'
import { writeDecision } from './committee-record.server'
import { move } from './move.server'

export interface Written {
  considerationId: number
  /** The version that the writer has seen; 0 when there was none. */
  version: number
  text: ConsiderationText
}

/** 受け付ける: “unopened” differs from “being looked at”. By the head of the department or the acting head. */
export async function takeUpConsideration(
  ctx: Ctx,
  { considerationId }: { considerationId: number },
): Promise<void> {
  const asked = await findAskedSeenBy(ctx.tx, ctx.actor, considerationId)
  insist(mayTakeUp(ctx.actor, asked))
  await takeUp(ctx, asked)
}

/** Keeps a draft, by anybody of the department. Returns its version. Throws ChangedMeanwhile. */
export async function saveConsiderationDraft(
  ctx: Ctx,
  { considerationId, version, text }: Written,
): Promise<number> {
  insist(mayWriteDraft(ctx.actor, await findAskedSeenBy(ctx.tx, ctx.actor, considerationId)))
  return writeText(ctx, considerationId, version, text, null)
}

/** Decides by the department itself, where the campaign allows it; for an answer “do” alone. */
export interface OwnDecision {
  targetProjectId: number | null
}

/**
 * The department gives its word, which takes the matter up where that was not done. The last answer closes the
 * consideration and passes the proposal to the committee, unless the department decides itself (上越市 型). Throws
 * RuleBroken for what the stance still needs, ChangedMeanwhile when somebody else wrote meanwhile.
 */
export async function answerConsideration(
  ctx: Ctx,
  { considerationId, version, text, decides }: Written & { decides?: OwnDecision | null },
): Promise<void> {
  const asked = await findAskedSeenBy(ctx.tx, ctx.actor, considerationId)
  insist(mayAnswer(ctx.actor, asked))
  const answer = withoutOtherAnswers(text)
  const [missing] = missingInAnswer(answer, asked)
  if (missing) throw new RuleBroken(missing.message, missing.field)
  await insistOnReasonCode(ctx, 'difficult', answer.reasonCode)

  // First of all what may still refuse: of several answers, one that is refused leaves nothing behind.
  const written = await writeText(ctx, considerationId, version, answer, ctx.now)
  if (asked.takenUpAt === null) await takeUp(ctx, asked)
  await close(ctx, asked)
  const { proposalId, departmentId } = asked
  const { stance } = answer
  ctx.happened(
    {
      ...{ kind: 'consideration.answered', proposalId, considerationId, departmentId },
      ...{ stance: stance ?? '', version: written },
    },
    onBehalfOf(ctx.actor, asked.departmentIds, 'head'),
  )
  if (decides) await decideByDepartment(ctx, asked, answer, decides)
  else if (asked.openElsewhere === 0) await passToCommittee(ctx, asked)
}

async function takeUp(ctx: Ctx, asked: Asked): Promise<void> {
  await ctx.tx
    .updateTable('considerations')
    .set({ takenUpAt: ctx.now, takenUpById: ctx.actor.personId })
    .where('id', '=', asked.id)
    .execute()
  const { proposalId, id: considerationId, departmentId } = asked
  ctx.happened(
    { kind: 'consideration.takenUp', proposalId, considerationId, departmentId },
    onBehalfOf(ctx.actor, asked.departmentIds, 'head'),
  )
}

async function close(ctx: Ctx, asked: AskedFacts): Promise<void> {
  await ctx.tx
    .updateTable('considerations')
    .set({
      ...{ answeredAt: ctx.now, answeredById: ctx.actor.personId },
      answeredForId: onBehalfOf(ctx.actor, asked.departmentIds, 'head'),
    })
    .where('id', '=', asked.id)
    .execute()
  await refreshAnswerDue(ctx, asked.proposalId)
}

async function passToCommittee(ctx: Ctx, { proposalId }: AskedFacts): Promise<void> {
  await move(ctx, proposalId, 'closeConsideration')
  ctx.happened({ kind: 'consideration.closed', proposalId })
}

async function decideByDepartment(
  ctx: Ctx,
  asked: Asked,
  answer: ConsiderationText,
  { targetProjectId }: OwnDecision,
): Promise<void> {
  insist(mayDecideByDepartment(ctx.actor, asked, answer.stance))
  await move(ctx, asked.proposalId, 'decideByDepartment')
  ctx.happened({ kind: 'consideration.closed', proposalId: asked.proposalId })
  const decision = ownDecision({
    heldOn: ctx.today,
    reason: answer.grounds,
    implementingDepartmentId: headedOf(ctx.actor, asked) ?? asked.departmentId,
    owner: answer.owner,
    plannedOn: answer.plannedOn,
    targetProjectId,
  })
  const [missing] = missingInDecision(decision, ctx.today)
  if (missing) throw new RuleBroken(missing.message, missing.field)
  await writeDecision(ctx, asked.proposalId, 'department', decision)
}
