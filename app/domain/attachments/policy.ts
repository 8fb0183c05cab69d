import { type Actor, isSystem, sitsOn } from '../organisation/actor'
import { no, type Verdict, yes } from '../verdict'

/** Who may see how files are taken in and kept: whether they are scanned, where they lie, how much there is. */
export function maySeeStorage(actor: Actor): Verdict {
  if (isSystem(actor) || sitsOn(actor, 'administrators')) return yes
  return no('写真と資料の受け取りの状態を見られるのは、システム管理者です。')
}
