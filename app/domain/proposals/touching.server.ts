import type { Ctx } from '../context'

/** Whatever an author does to a draft, it is not forgotten: its months begin anew. Part of commands that ask who may. */
export async function touchDraft(ctx: Ctx, proposalId: number): Promise<void> {
  await ctx.tx
    .updateTable('proposals')
    .set({ expiresOn: null, updatedAt: ctx.now })
    .where('id', '=', proposalId)
    .where('stage', '=', 'draft')
    .execute()
}
