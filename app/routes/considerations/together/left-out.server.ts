import type { Db } from '#app/domain/context'
import type { Actor } from '#app/domain/organisation/actor'
import { stillOpen } from '#app/domain/proposals/consideration-policy'
import { mostAnsweredTogether } from '#app/domain/proposals/consideration-together'
import { listForOneAnswer } from '#app/domain/proposals/consideration-together.server'
import { idsQuery } from '#app/web/params'

const rewritten =
  '表示したあとに下書きが書き直されたため、回答しませんでした。内容を確かめて、1件ずつ回答してください。'

/**
 * Those that 「まとめて回答」 left out, as the address names them, each with the reason; of those that are another
 * department's by now only how many. One statement, or none.
 */
export async function loadLeftOut(db: Db, actor: Actor, url: URL) {
  const ids = [...new Set(idsQuery(url, 'leftOut'))].slice(0, mostAnsweredTogether)
  const found = await listForOneAnswer(db, actor, ids)
  const entries = found.map((entry) => {
    const verdict = stillOpen(entry)
    return { ...entry, reason: verdict.ok ? rewritten : verdict.reason }
  })
  return { entries, others: ids.length - found.length }
}
