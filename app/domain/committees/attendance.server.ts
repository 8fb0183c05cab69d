import type { Ctx, Db } from '../context'
import { insist, RuleBroken } from '../errors'
import { together } from '../nested.server'
import { byRole, seatHolders } from '../organisation/seats.server'
import { mayRecordAttendance } from './policy'
import type { SittingFacts } from './sitting'
import { findSittingSeenBy, updateSitting } from './sittings.server'

export interface Member {
  readonly personId: number
  readonly name: string
  readonly role: 'chair' | 'viceChair' | 'member'
  readonly departmentName: string | null
  readonly postName: string | null
  readonly isPresent: boolean
}

/** Who sits on the body on the day of the sitting, the chair first, and who of them is there. One statement. */
export async function listMembers(
  db: Db,
  sitting: Pick<SittingFacts, 'id' | 'body' | 'heldOn'>,
): Promise<Member[]> {
  return membersOf(await together(db, memberQueries(db, sitting)))
}

/** The queries of it, for a page that asks them together with others; `membersOf` reads what they find. */
export function memberQueries(db: Db, { id, body, heldOn }: Pick<SittingFacts, 'id' | 'body' | 'heldOn'>) {
  return {
    holders: seatHolders(db, body, heldOn),
    present: db.selectFrom('attendances').select('personId').where('sittingId', '=', id),
  }
}

type Found = Awaited<ReturnType<ReturnType<typeof memberQueries>['holders']['execute']>>

export function membersOf({
  holders,
  present,
}: {
  holders: Found
  present: { personId: number }[]
}): Member[] {
  const there = new Set(present.map(({ personId }) => personId))
  const members = new Map<number, Member>()
  for (const { role, ...holder } of byRole(holders)) {
    if (role === 'clerk' || members.has(holder.personId)) continue
    members.set(holder.personId, { ...holder, role, isPresent: there.has(holder.personId) })
  }
  return [...members.values()]
}

/** Who is there. The first time it begins the meeting. Throws RuleBroken for somebody who has no seat that day. */
export async function recordAttendance(
  ctx: Ctx,
  { sittingId, personIds }: { sittingId: number; personIds: readonly number[] },
): Promise<void> {
  const sitting = await findSittingSeenBy(ctx.tx, ctx.actor, sittingId)
  insist(mayRecordAttendance(ctx.actor, sitting))
  const members = await listMembers(ctx.tx, sitting)
  const present = members.filter(({ personId }) => personIds.includes(personId))
  if (present.length === 0) throw new RuleBroken('出席した委員を1人以上選んでください', 'personIds')
  if (present.length < new Set(personIds).size) {
    throw new RuleBroken('会議の日に委員でない人が含まれています。選び直してください', 'personIds')
  }
  await ctx.tx.deleteFrom('attendances').where('sittingId', '=', sittingId).execute()
  await ctx.tx
    .insertInto('attendances')
    .values(present.map(({ personId, role }) => ({ sittingId, personId, role })))
    .execute()
  await updateSitting(ctx, sittingId, sitting.version, { begunAt: sitting.begunAt ?? ctx.now })
  ctx.happened({ kind: 'sitting.attended', sittingId, present: present.length })
}
