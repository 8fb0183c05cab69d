import { no, type Verdict, yes } from '../verdict'
import { type Actor, isSecretariat, isSystem, sitsOn } from './actor'

/** Who may bring in the lists of the organisation and open years and campaigns. */
export function mayKeepOrganisation(actor: Actor): Verdict {
  if (isSystem(actor) || isSecretariat(actor) || sitsOn(actor, 'administrators')) return yes
  return no('組織・職員・年度の登録ができるのは、事務局とシステム管理者です。')
}
