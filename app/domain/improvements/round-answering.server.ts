import type { Ctx } from '../context'
import { insist, NotFound, RuleBroken } from '../errors'
import { headedDepartmentIds } from '../organisation/actor'
import { listHeirs } from '../organisation/heirs.server'
import { answersRoundFor, mayAnswerRound, type RoundAnswer } from './round'
import { giveUpWish, wishFor } from './spreading.server'

export interface SectionAnswer {
  readonly sectionId: number
  /** The version that was read. */
  readonly version: number
  readonly answer: RoundAnswer
  readonly reason: string
  /** Of its reason in the form. */
  readonly field: string
}

/**
 * Answers of one page, all of them or none; what stays as it was is no answer. 「採り入れる」 is the section's
 * 「うちの課でもやる」 from now on. Throws RuleBroken for 該当なし without its reason, and for what somebody else answered since.
 */
export async function answerRounds(
  ctx: Ctx,
  answers: readonly SectionAnswer[],
): Promise<{ answered: number }> {
  const sections = await listAsked(
    ctx,
    answers.map(({ sectionId }) => sectionId),
  )
  const heirs = await listHeirs(
    ctx.tx,
    sections.map(({ departmentId }) => departmentId),
    ctx.today,
  )
  let answered = 0
  for (const given of answers) {
    const section = sections.find(({ id }) => id === given.sectionId)
    if (!section) throw new NotFound()
    const departmentIds = (heirs.get(section.departmentId) ?? []).map(({ id }) => id)
    if (await answer(ctx, { ...section, departmentIds }, given)) answered += 1
  }
  return { answered }
}

type Asked = Awaited<ReturnType<typeof listAsked>>[number] & { readonly departmentIds: readonly number[] }

async function answer(ctx: Ctx, section: Asked, given: SectionAnswer): Promise<boolean> {
  const { id, improvementId, roundId, departmentIds } = section
  // Whoever may not answer for a section is not told that it was asked.
  if (!departmentIds.some((one) => headedDepartmentIds(ctx.actor).includes(one))) throw new NotFound()
  if (section.answer === given.answer && section.reason === given.reason) return false
  insist(mayAnswerRound(ctx.actor, section))
  if (given.answer === 'notApplicable' && given.reason === '') {
    throw new RuleBroken('該当しない理由を入力してください', given.field)
  }
  if (section.version !== given.version) {
    throw new RuleBroken(
      `「${section.title}」には、ほかの人が先に回答しました。最新の回答を確かめてください。`,
    )
  }
  const answeredForId = answersRoundFor(ctx.actor, departmentIds)
  await ctx.tx
    .updateTable('spreadRoundSections')
    .set({
      ...{ answer: given.answer, reason: given.reason, version: section.version + 1 },
      ...{ answeredAt: ctx.now, answeredById: ctx.actor.personId, answeredForId },
    })
    .where('id', '=', id)
    .execute()
  const departmentId = headedDepartmentIds(ctx.actor).find((one) => departmentIds.includes(one)) ?? 0
  const happened = {
    kind: 'round.answered',
    roundId,
    improvementId,
    departmentId,
    answer: given.answer,
  } as const
  ctx.happened(happened, answeredForId)
  const wish = { improvementId, departmentId, note: given.reason }
  if (given.answer === 'adopt') await wishFor(ctx, wish)
  else if (section.answer === 'adopt') await giveUpWish(ctx, wish)
  return true
}

function listAsked({ tx }: Ctx, sectionIds: readonly number[]) {
  return tx
    .selectFrom('spreadRoundSections')
    .innerJoin('spreadRounds', 'spreadRounds.id', 'spreadRoundSections.roundId')
    .innerJoin('improvements', 'improvements.id', 'spreadRounds.improvementId')
    .select(['spreadRoundSections.id', 'spreadRoundSections.departmentId', 'spreadRoundSections.roundId'])
    .select(['spreadRoundSections.answer', 'spreadRoundSections.reason', 'spreadRoundSections.version'])
    .select(['spreadRounds.closedAt', 'spreadRounds.improvementId', 'improvements.title'])
    .where('spreadRoundSections.id', 'in', sectionIds)
    .execute()
}
