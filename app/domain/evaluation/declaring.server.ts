import type { Ctx } from '../context'
import { insist, NotFound, RuleBroken } from '../errors'
import { mayDeclareRecusal } from './policy'
import { recusalsOf } from './recusals.server'
import { findScorable } from './scorable.server'

/** A member keeps out by own wish. The reason is for the secretariat alone; a score given before is taken back. */
export async function declareRecusal(
  ctx: Ctx,
  { agendaItemId, reason }: { agendaItemId: number; reason: string },
): Promise<void> {
  const scorable = await findScorable(ctx.tx, ctx.actor, agendaItemId)
  if (!scorable) throw new NotFound()
  const ownGrounds = (await recusalsOf(ctx.tx, scorable).execute())
    .filter(({ personId }) => personId === ctx.actor.personId)
    .map(({ ground }) => ground)
  insist(mayDeclareRecusal(ctx.actor, { ...scorable, ownGrounds }))
  if (reason === '') throw new RuleBroken('除斥を申し出る理由を入力してください', 'reason')
  if (scorable.scoresOpenedAt === null) {
    await ctx.tx
      .deleteFrom('scoreSheets')
      .where('agendaItemId', '=', agendaItemId)
      .where('personId', '=', ctx.actor.personId)
      .execute()
  }
  await ctx.tx
    .insertInto('declaredRecusals')
    .values({ agendaItemId, personId: ctx.actor.personId, reason, declaredAt: ctx.now })
    .execute()
  ctx.happened({ kind: 'recusal.declared', agendaItemId, sittingId: scorable.sittingId })
}
