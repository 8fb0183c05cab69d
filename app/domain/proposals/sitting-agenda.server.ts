import { appendItem } from '../committees/agenda.server'
import { mayChangeAgenda } from '../committees/policy'
import type { SittingFacts } from '../committees/sitting'
import { findSittingSeenBy } from '../committees/sittings.server'
import type { Ctx, Db } from '../context'
import { insist, RuleBroken } from '../errors'
import type { Actor } from '../organisation/actor'
import { closeOpenHold } from './committee-agenda.server'
import { mayPutOnAgenda, waitsForAgenda } from './committee-policy'
import { stancesIn, stancesOf } from './committee-stances.server'
import type { Stance } from './decision'
import { findFactsSeenBy } from './facts.server'
import { lifecycle, mayFollow, type Stage } from './lifecycle'
import { move } from './move.server'

/**
 * Puts proposals at the end of a sitting's agenda, in the order given. Throws RuleBroken for one that is on another
 * open agenda or not before this body.
 */
export async function putOnAgenda(
  ctx: Ctx,
  { sittingId, proposalIds }: { sittingId: number; proposalIds: readonly number[] },
): Promise<void> {
  const sitting = await findSittingSeenBy(ctx.tx, ctx.actor, sittingId)
  insist(mayChangeAgenda(ctx.actor, sitting))
  for (const proposalId of proposalIds) {
    const facts = await findFactsSeenBy(ctx.tx, ctx.actor, proposalId)
    if (!stagesBefore(sitting).includes(facts.stage) || facts.openItemId !== null) {
      throw new RuleBroken(
        'この会議の議題にできない提案が含まれています。選び直してください。',
        'proposalIds',
      )
    }
    await appendItem(ctx, sittingId, proposalId)
    if (waitsForAgenda(facts)) {
      await closeOpenHold(ctx, proposalId)
      await move(ctx, proposalId, 'putOnAgenda')
    }
    ctx.happened({ kind: 'proposal.putOnAgenda', proposalId, heldOn: sitting.heldOn })
  }
}

/** The same for one proposal, from its own page. */
export async function putProposalOnAgenda(
  ctx: Ctx,
  { sittingId, proposalId }: { sittingId: number; proposalId: number },
): Promise<void> {
  insist(mayPutOnAgenda(ctx.actor, await findFactsSeenBy(ctx.tx, ctx.actor, proposalId)))
  await putOnAgenda(ctx, { sittingId, proposalIds: [proposalId] })
}

export interface Candidate {
  id: number
  title: string
  receiptNumber: string | null
  leadDepartmentName: string | null
  stage: Stage
  stageSince: string
  stances: (Stance | null)[]
}

const listed = 100

/** What awaits this body and is on no open agenda, the longest waiting first. One statement. */
export async function listCandidates(db: Db, actor: Actor, sitting: SittingFacts): Promise<Candidate[]> {
  insist(mayChangeAgenda(actor, sitting))
  const rows = await db
    .selectFrom('proposals')
    .leftJoin('departments', 'departments.id', 'proposals.leadDepartmentId')
    .leftJoin('holds', (join) =>
      join.onRef('holds.proposalId', '=', 'proposals.id').on('holds.cameBackAt', 'is', null),
    )
    .select((eb) => [
      'proposals.id',
      'proposals.title',
      'proposals.receiptNumber',
      'proposals.stage',
      'proposals.stageSince',
      'departments.name as leadDepartmentName',
      stancesIn(db, eb).as('stances'),
    ])
    .where('proposals.stage', 'in', stagesBefore(sitting))
    .where((eb) =>
      eb.or([
        eb('proposals.stage', 'not in', lifecycle.comeBack.from),
        // On the day of the sitting it will have come back by itself.
        eb('holds.recheckOn', '<=', sitting.heldOn),
      ]),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('agendaItems')
            .innerJoin('sittings', 'sittings.id', 'agendaItems.sittingId')
            .leftJoin('resolutions', 'resolutions.agendaItemId', 'agendaItems.id')
            .select('agendaItems.id')
            .whereRef('agendaItems.proposalId', '=', 'proposals.id')
            .where((eb) =>
              eb.or([
                eb('agendaItems.sittingId', '=', sitting.id),
                eb.and([eb('sittings.closedAt', 'is', null), eb('resolutions.agendaItemId', 'is', null)]),
              ]),
            ),
        ),
      ),
    )
    .orderBy('proposals.stageSince')
    .orderBy('proposals.id')
    .limit(listed)
    .execute()
  return rows.map((row) => ({ ...row, stage: row.stage as Stage, stances: stancesOf(row.stances) }))
}

/** Stages in which a proposal can come before the body. */
function stagesBefore({ body }: Pick<SittingFacts, 'body'>): readonly Stage[] {
  return body === 'policyCouncil'
    ? lifecycle.returnFromCouncil.from
    : [...lifecycle.putOnAgenda.from, ...lifecycle.askAgain.from]
}

/** Whether a proposal still lies before the body of a sitting: it may have been withdrawn meanwhile. */
export function isBefore(body: SittingFacts['body'], stage: Stage): boolean {
  return mayFollow(body === 'policyCouncil' ? 'returnFromCouncil' : 'askAgain', stage)
}
