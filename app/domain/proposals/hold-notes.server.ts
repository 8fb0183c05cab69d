import type { RawBuilder } from 'kysely'
import { z } from 'zod'
import { dayOf } from '../calendar'
import type { Ctx, Db } from '../context'
import { insist, NotFound } from '../errors'
import { requiredText } from '../fields.server'
import type { HoldView } from './committee-view'
import { findFactsSeenBy } from './facts.server'
import { mayWriteHoldNote } from './hold-policy'
import { lifecycle } from './lifecycle'

export const HoldNoteForm = z.object({ note: requiredText('進み具合') })

/** How a proposal on hold gets on, by whoever helps it: the committee reads it when it comes back. */
export async function writeHoldNote(
  ctx: Ctx,
  { proposalId, note }: { proposalId: number; note: string },
): Promise<void> {
  const facts = await findFactsSeenBy(ctx.tx, ctx.actor, proposalId)
  insist(mayWriteHoldNote(ctx.actor, facts))
  const hold = await ctx.tx
    .selectFrom('holds')
    .select('id')
    .where('proposalId', '=', proposalId)
    .where('cameBackAt', 'is', null)
    .executeTakeFirst()
  if (!hold) throw new NotFound()
  await ctx.tx
    .insertInto('holdNotes')
    .values({ holdId: hold.id, note, writtenAt: ctx.now, writtenById: ctx.actor.personId })
    .execute()
  ctx.happened({ kind: 'proposal.holdNoted', proposalId, holdId: hold.id })
}

/** More than anybody writes in a year. */
const notesShown = 50

/** The last time it was held, by whom it was helped, and what came of it; null when it never was. One statement. */
export async function findLastHold(db: Db, proposalId: number): Promise<HoldView | null> {
  return holdOf(await selectLastHold(db, proposalId).execute())
}

/** The last hold of a proposal, a row for each of its notes; as a list inside of a proposal, of that one. */
export function selectLastHold(db: Db, proposalId: number | RawBuilder<number>) {
  return db
    .selectFrom('holds')
    .innerJoin('proposals as held', 'held.id', 'holds.proposalId')
    .innerJoin('people', 'people.id', 'holds.helperId')
    .leftJoin('holdNotes', 'holdNotes.holdId', 'holds.id')
    .select([
      ...(['holds.reason', 'people.name as helperName', 'holds.heldOn', 'holds.recheckOn'] as const),
      ...(['holds.cameBackAt', 'held.stage', 'holdNotes.note', 'holdNotes.writtenAt'] as const),
    ])
    .where('holds.id', '=', (eb) =>
      eb
        .selectFrom('holds as latest')
        .select(({ fn }) => fn.max('latest.id').as('id'))
        .where('latest.proposalId', '=', proposalId),
    )
    .orderBy('holdNotes.id')
    .limit(notesShown)
}

type Row = Awaited<ReturnType<ReturnType<typeof selectLastHold>['execute']>>[number]

export function holdOf(rows: readonly Row[]): HoldView | null {
  const [row] = rows
  if (!row) return null
  const { reason, helperName, heldOn, recheckOn, cameBackAt } = row
  return {
    ...{ reason, helperName, heldOn, recheckOn },
    isOpen: cameBackAt === null && row.stage === lifecycle.holdForRecheck.to,
    cameBackOn: cameBackAt === null ? null : dayOf(cameBackAt),
    notes: rows.flatMap(({ note, writtenAt }) =>
      note === null || writtenAt === null ? [] : [{ note, writtenOn: dayOf(writtenAt) }],
    ),
  }
}
