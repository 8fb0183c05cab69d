import { maySeeSittings } from '#app/domain/committees/policy'
import { headedDepartmentIds, isSecretariat, sitsOn, type Actor } from '#app/domain/organisation/actor'
import { mayKeepOrganisation } from '#app/domain/organisation/policy'
import { paths } from './paths'

interface Place {
  readonly href: string
  readonly label: string
}

/** The navigation: what everybody has, then what the duties of this day add. */
export function placesOf(actor: Actor): Place[] {
  return [
    { href: paths.home(), label: 'ホーム' },
    { href: paths.contributions(), label: '提案・報告する' },
    { href: paths.improvements(), label: '改善事例' },
    { href: paths.search(), label: '検索' },
    { href: paths.indicators(), label: '指標' },
    ...(headedDepartmentIds(actor).length > 0
      ? [
          { href: paths.practicesToConfirm(), label: '確認する報告' },
          { href: paths.considerations(), label: '検討' },
        ]
      : []),
    ...(isSecretariat(actor)
      ? [
          { href: paths.intake(), label: '受付' },
          { href: paths.ledger(), label: '台帳' },
          { href: paths.notices(), label: '通知' },
        ]
      : []),
    ...(maySeeSittings(actor).ok ? [{ href: paths.sittings(), label: '会議' }] : []),
    ...(sitsOn(actor, 'improvementCommittee') ? [{ href: paths.triage(), label: '事務改善委員会' }] : []),
    ...(mayKeepOrganisation(actor).ok ? [{ href: paths.admin(), label: '管理' }] : []),
  ]
}

/** The place a page belongs to: the one whose address begins its own. */
export function isWithin(pathname: string, href: string): boolean {
  return href === paths.home() ? pathname === href : pathname === href || pathname.startsWith(`${href}/`)
}
