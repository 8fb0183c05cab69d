import type { ImplementationRow } from '#db/schema'
import type { Ctx } from '../context'
import type { ImplementationStatus } from './decision'

type Change = Partial<
  Omit<ImplementationRow, 'proposalId' | 'departmentId' | 'projectId' | 'version' | 'status'>
> & {
  status: ImplementationStatus
}

/** Changes what is known of an implementation and counts its version up. */
export async function changeImplementation(
  ctx: Ctx,
  proposalId: number,
  change: Change,
): Promise<{ departmentId: number }> {
  return ctx.tx
    .updateTable('implementations')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('proposalId', '=', proposalId)
    .returning('departmentId')
    .executeTakeFirstOrThrow()
}
