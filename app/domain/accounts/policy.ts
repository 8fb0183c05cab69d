import { type Actor, isSystem, sitsOn } from '../organisation/actor'
import { no, type Verdict, yes } from '../verdict'

/** Who may open accounts and give out new initial passwords. */
export function mayKeepAccounts(actor: Actor): Verdict {
  if (isSystem(actor) || sitsOn(actor, 'administrators')) return yes
  return no('アカウントの登録と初期パスワードの発行ができるのは、システム管理者です。')
}

/** Who may read the log of everything that happened 「監査ログ」. */
export function mayAudit(actor: Actor): Verdict {
  if (isSystem(actor) || sitsOn(actor, 'administrators')) return yes
  return no('監査ログを見られるのは、システム管理者です。')
}
