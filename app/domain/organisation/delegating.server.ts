import type { Day } from '../calendar'
import type { Ctx } from '../context'
import { insist, NotFound, RuleBroken } from '../errors'
import { isAppointedHead } from './actor'
import { insistOnDays } from './appointing.server'
import { headOf } from './appointments.server'
import { selectDelegateChoices } from './delegations.server'
import { appointedHeads } from './heads.server'
import { mayDelegate } from './policy'

export interface Naming {
  readonly departmentId: number
  readonly delegateId: number
  readonly validFrom: Day
  readonly validTo: Day
}

/**
 * 代理: from the first day, 0:00 in Tokyo, to the last one the delegate may do what the head may do in that department.
 * A head names one for themselves, the secretariat and the administrators for the head of that day. Throws RuleBroken
 * for a day without a head, for somebody from elsewhere, and for a second delegate at a time.
 */
export async function nameDelegate(ctx: Ctx, naming: Naming): Promise<void> {
  const { departmentId, delegateId, validFrom, validTo } = naming
  insist(mayDelegate(ctx.actor, departmentId))
  if (validFrom < ctx.today) throw new RuleBroken('始まりの日は、今日以後にしてください', 'validFrom')
  insistOnDays(validFrom, validTo)
  const headId = await findHead(ctx, departmentId, validFrom)
  if (delegateId === headId) throw new RuleBroken('所属長とは別の人を選んでください', 'delegateId')
  await insistOnChoice(ctx, naming)
  await insistOnNoOther(ctx, naming)
  const { id: delegationId } = await ctx.tx
    .insertInto('delegations')
    .values({ ...naming, headId, namedAt: ctx.now, namedById: ctx.actor.personId, endedAt: null })
    .returning('id')
    .executeTakeFirstOrThrow()
  const days = { validFrom, validTo }
  ctx.happened({
    kind: 'delegation.named',
    delegationId,
    departmentId,
    headId,
    personId: delegateId,
    ...days,
  })
}

/** Ends a delegation at once, also one that is still to begin. To whoever may not it does not exist. */
export async function endDelegation(ctx: Ctx, { delegationId }: { delegationId: number }): Promise<void> {
  const row = await ctx.tx
    .selectFrom('delegations')
    .selectAll()
    .where('id', '=', delegationId)
    .executeTakeFirst()
  if (!row || !mayDelegate(ctx.actor, row.departmentId).ok) throw new NotFound()
  if (row.endedAt !== null || row.validTo < ctx.today)
    throw new RuleBroken('この代理は、もう終わっています。')
  await ctx.tx
    .updateTable('delegations')
    .set({ endedAt: ctx.now, endedById: ctx.actor.personId })
    .where('id', '=', delegationId)
    .execute()
  const { departmentId, headId, delegateId: personId } = row
  ctx.happened({ kind: 'delegation.ended', delegationId, departmentId, headId, personId })
}

async function findHead(ctx: Ctx, departmentId: number, day: Day): Promise<number> {
  if (!isAppointedHead(ctx.actor, departmentId)) {
    const head = await headOf(ctx.tx, departmentId, day)
    if (!head) {
      throw new RuleBroken(
        'その日に所属長がいない所属です。代わりの人は、事務取扱の発令で登録してください',
        'validFrom',
      )
    }
    return head.personId
  }
  const own = await ctx.tx
    .selectFrom(appointedHeads(day).as('heads'))
    .select('personId')
    .where('departmentId', '=', departmentId)
    .where('personId', '=', ctx.actor.personId)
    .executeTakeFirst()
  if (!own) throw new RuleBroken('その日には、この所属の所属長ではありません', 'validFrom')
  return ctx.actor.personId
}

async function insistOnChoice(ctx: Ctx, { departmentId, delegateId, validFrom }: Naming): Promise<void> {
  const choice = await selectDelegateChoices(ctx.tx, departmentId, ctx.today)
    .where('appointments.personId', '=', delegateId)
    .where('appointments.validFrom', '<=', validFrom)
    .where((eb) =>
      eb.or([eb('appointments.validTo', 'is', null), eb('appointments.validTo', '>=', validFrom)]),
    )
    .executeTakeFirst()
  if (!choice) {
    throw new RuleBroken('始まりの日に、この所属の人か部の次長である人を選んでください', 'delegateId')
  }
}

async function insistOnNoOther(ctx: Ctx, { departmentId, validFrom, validTo }: Naming): Promise<void> {
  const other = await ctx.tx
    .selectFrom('delegations')
    .select('id')
    .where('departmentId', '=', departmentId)
    .where('endedAt', 'is', null)
    .where('validFrom', '<=', validTo)
    .where('validTo', '>=', validFrom)
    .executeTakeFirst()
  if (other) {
    throw new RuleBroken(
      'この期間には、もう代理の人が決まっています。先に、その代理を終えてください',
      'validFrom',
    )
  }
}
