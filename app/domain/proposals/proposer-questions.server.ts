import type { Instant } from '../calendar'
import type { Ctx, Db } from '../context'
import { insist, NotFound, RuleBroken } from '../errors'
import { type Actor, isSecretariat, mainAppointment, sitsOn } from '../organisation/actor'
import { readersOf } from './consideration-lookup.server'
import { findFactsSeenBy } from './facts.server'
import type { ProposalFacts } from './proposal'
import { mayAnswerQuestion, mayAskProposer, readsQuestions } from './question-policy'

export interface ProposerQuestion {
  readonly id: number
  /** Department or body, never a person: a conversation between parts, not between names. */
  readonly askedFor: string
  readonly question: string
  readonly askedAt: Instant
  readonly answer: string | null
  readonly answeredAt: Instant | null
}

const listed = 100

/** 匿名Q&A: a question to whoever proposed, through the system, while the name stays hidden. */
export async function askProposer(
  ctx: Ctx,
  { proposalId, question }: { proposalId: number; question: string },
): Promise<void> {
  const facts = await findFactsSeenBy(ctx.tx, ctx.actor, proposalId)
  insist(mayAskProposer(ctx.actor, facts))
  if (question === '') throw new RuleBroken('質問を入力してください', 'question')
  const { id: questionId } = await ctx.tx
    .insertInto('proposerQuestions')
    .values({
      ...{ proposalId, question, askedFor: partOf(ctx.actor), askedById: ctx.actor.personId },
      ...{ askedAt: ctx.now, answer: null, answeredAt: null, answeredById: null },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  ctx.happened({ kind: 'proposal.asked', proposalId, questionId })
}

/** Any of the authors answers, once. */
export async function answerQuestion(
  ctx: Ctx,
  { questionId, answer }: { questionId: number; answer: string },
): Promise<number> {
  const { question, facts } = await findQuestionSeenBy(ctx.tx, ctx.actor, questionId)
  insist(mayAnswerQuestion(ctx.actor, facts, question))
  if (answer === '') throw new RuleBroken('回答を入力してください', 'answer')
  await ctx.tx
    .updateTable('proposerQuestions')
    .set({ answer, answeredAt: ctx.now, answeredById: ctx.actor.personId })
    .where('id', '=', questionId)
    .execute()
  ctx.happened({ kind: 'proposal.replied', proposalId: facts.id, questionId, askedById: question.askedById })
  return facts.id
}

/** The conversation, the earliest first; empty for whoever neither reviews nor wrote it. */
export async function listQuestionsSeenBy(
  db: Db,
  actor: Actor,
  facts: ProposalFacts,
): Promise<ProposerQuestion[]> {
  if (!readsQuestions(readersOf(actor, facts))) return []
  return db
    .selectFrom('proposerQuestions')
    .select(['id', 'askedFor', 'question', 'askedAt', 'answer', 'answeredAt'])
    .where('proposalId', '=', facts.id)
    .orderBy('id')
    .limit(listed)
    .execute()
}

/** Throws NotFound for whoever may not read the proposal or the conversation. */
export async function findQuestionSeenBy(db: Db, actor: Actor, questionId: number) {
  const question = await db
    .selectFrom('proposerQuestions')
    .select(['id', 'proposalId', 'askedFor', 'askedById', 'question', 'answeredAt'])
    .where('id', '=', questionId)
    .executeTakeFirst()
  if (!question) throw new NotFound()
  const facts = await findFactsSeenBy(db, actor, question.proposalId)
  if (!readsQuestions(readersOf(actor, facts))) throw new NotFound()
  return { question, facts }
}

function partOf(actor: Actor): string {
  if (isSecretariat(actor)) return '事務局'
  if (sitsOn(actor, 'improvementCommittee')) return '事務改善委員会の委員'
  return mainAppointment(actor)?.departmentName ?? '照会を受けた課'
}
