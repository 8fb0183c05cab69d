import { insist } from '#app/domain/errors'
import type { Actor } from '#app/domain/organisation/actor'
import type { SittingFacts } from '#app/domain/committees/sitting'
import { findSittingSeenBy } from '#app/domain/committees/sittings.server'
import type { Verdict } from '#app/domain/verdict'
import type { PageArgs } from '#app/web/page.server'
import { idParam } from '#app/web/params'

/** The sitting of a verb's page; 403 with the reason for whoever may not do it. */
export async function loadSitting(
  { actor, db, params }: Pick<PageArgs, 'actor' | 'db' | 'params'>,
  may: (actor: Actor, sitting: SittingFacts) => Verdict,
): Promise<SittingFacts> {
  const sitting = await findSittingSeenBy(db, actor, idParam(params, 'id'))
  insist(may(actor, sitting))
  return sitting
}
