import type { Ctx } from '../context'

/** Whatever an author does to a draft, it is not forgotten: its months begin anew. Part of commands that ask who may. */
export async function touchDraft(ctx: Ctx, practiceId: number): Promise<void> {
  await ctx.tx
    .updateTable('practices')
    .set({ expiresOn: null, updatedAt: ctx.now })
    .where('id', '=', practiceId)
    .where('stage', '=', 'draft')
    .execute()
}
