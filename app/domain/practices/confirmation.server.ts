import type { Ctx } from '../context'
import { insist, NotFound, RuleBroken } from '../errors'
import { setProjects } from './content.server'
import { listPracticeFacts } from './facts.server'
import { movePractice } from './move.server'
import { mayConfirm } from './policy'
import { confirmsFor, isPracticeSeenBy, type PracticeFacts } from './practice'

export interface Confirmation {
  readonly practiceId: number
  /** The version that was read; a report that was rewritten since is not confirmed unseen. */
  readonly version: number
  /** 「ひとこと」 from the head, read by all staff; may be empty. */
  readonly headComment: string
  /** For a report with 「分からない」: the projects picked, or none because it fits none. Otherwise null. */
  readonly projectIds: readonly number[] | null
}

/** Confirms reports, all of them or none. Each goes on the shelf and counts for its projects from now on. */
export async function confirmPractices(ctx: Ctx, confirmations: readonly Confirmation[]): Promise<void> {
  const ids = confirmations.map(({ practiceId }) => practiceId)
  const known = await listPracticeFacts(ctx.tx, ids, ctx.today)
  for (const confirmation of confirmations) {
    const facts = known.find(({ id }) => id === confirmation.practiceId)
    if (!facts || !isPracticeSeenBy(ctx.actor, facts)) throw new NotFound()
    await confirm(ctx, facts, confirmation)
  }
}

async function confirm(ctx: Ctx, facts: PracticeFacts, confirmation: Confirmation): Promise<void> {
  const { practiceId, version, headComment } = confirmation
  insist(mayConfirm(ctx.actor, facts))
  if (facts.version !== version) {
    throw new RuleBroken('表示したあとに書き直された報告があります。最新の内容を確かめてください。')
  }
  await pickProjects(ctx, facts, confirmation)
  const onBehalfOfId = confirmsFor(ctx.actor, facts)
  await movePractice(ctx, practiceId, 'confirm')
  await ctx.tx
    .updateTable('practices')
    .set({
      ...{ confirmedAt: ctx.now, confirmedById: ctx.actor.personId, confirmedForId: onBehalfOfId },
      ...{ headComment, projectUnknown: 0 },
    })
    .where('id', '=', practiceId)
    .execute()
  const projects = await ctx.tx
    .selectFrom('practiceProjects')
    .select('projectId')
    .where('practiceId', '=', practiceId)
    .orderBy('projectId')
    .execute()
  const projectIds = projects.map(({ projectId }) => projectId)
  ctx.happened({ kind: 'practice.confirmed', practiceId, projectIds }, onBehalfOfId)
}

async function pickProjects(ctx: Ctx, facts: PracticeFacts, { projectIds }: Confirmation): Promise<void> {
  if (!facts.projectUnknown) return
  if (projectIds === null) {
    throw new RuleBroken('対象の事務事業を選ぶか、「当てはまる事務事業はない」を選んでください', 'projectIds')
  }
  await setProjects(ctx, facts.id, projectIds)
}
