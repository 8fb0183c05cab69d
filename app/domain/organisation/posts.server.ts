import type { Ctx } from '../context'
import { insist } from '../errors'
import { inBatches, insistOnDistinct } from './lines'
import { mayKeepOrganisation } from './policy'

export interface PostLine {
  readonly code: string
  readonly name: string
  /** 1 部長級 … 8 会計年度任用職員 */
  readonly rank: number
  /** Whether whoever holds it heads the department 「所属長」. */
  readonly isHead: 0 | 1
}

/** 職位 by code. */
export async function importPosts(ctx: Ctx, lines: readonly PostLine[]): Promise<void> {
  insist(mayKeepOrganisation(ctx.actor))
  insistOnDistinct('職位コード', lines, ({ code }) => code)
  for (const batch of inBatches(lines)) {
    await ctx.tx
      .insertInto('posts')
      .values(batch)
      .onConflict((conflict) =>
        conflict.column('code').doUpdateSet((eb) => ({
          name: eb.ref('excluded.name'),
          rank: eb.ref('excluded.rank'),
          isHead: eb.ref('excluded.isHead'),
        })),
      )
      .execute()
  }
  ctx.happened({ kind: 'organisation.imported', list: 'posts', rows: lines.length })
}
