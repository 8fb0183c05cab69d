import { wareki } from '../calendar'
import type { Actor, Appointment, Seat } from './actor'
import { bodyNames, seatRoleNames, type Body } from './seat'

export interface Power {
  /** What may be done: 「報告を確認する」 */
  readonly may: string
  /** The post or seat it follows from. */
  readonly because: string
}

/**
 * What a person may do on a day beyond what everybody may, and because of which post or seat: in words, of the same
 * appointments and seats that are asked at every request.
 */
export function powersOf(actor: Actor): Power[] {
  return [
    ...actor.appointments.flatMap((appointment) =>
      powersOfAppointment(appointment).map((may) => ({ may, because: postOf(appointment) })),
    ),
    ...actor.seats.flatMap((seat) => powersOfSeat(seat).map((may) => ({ may, because: seatOf(seat) }))),
  ]
}

export const appointmentKinds = {
  main: '本務',
  concurrent: '兼務',
  acting: '事務取扱',
  delegated: '代理',
} as const

export function postOf({ departmentName, postName, kind, actsFor }: Appointment): string {
  if (kind === 'vacant') return `${departmentName}に所属長がいないため（${postName}）`
  const until = actsFor
    ? `${actsFor.name}の${appointmentKinds.delegated}、${wareki(actsFor.until)}まで`
    : appointmentKinds[kind]
  return `${departmentName}　${postName}（${until}）`
}

export function seatOf({ body, role }: Seat): string {
  return `${bodyNames[body]}　${seatRoleNames[role]}`
}

function powersOfAppointment({ isHead, departmentName }: Appointment): string[] {
  const member = `${departmentName}への照会を読み、検討記録の下書きを書く`
  if (!isHead) return [member]
  return [
    member,
    `${departmentName}の職員の報告を確認し、差し戻す`,
    `${departmentName}への照会を受け付け、回答する`,
    `${departmentName}が実施する提案を始め、報告し、効果を確認する`,
  ]
}

function powersOfSeat({ body, role }: Seat): string[] {
  const recording = role === 'member' ? [] : [`${bodyNames[body]}の結果を記録する`]
  return [...duties[body], ...recording]
}

const keeping = '組織、職員、年度の登録とCSVの取り込みをする'

const duties: Readonly<Record<Body, readonly string[]>> = {
  improvementCommittee: ['委員会にかかった提案を読み、判定する'],
  policyCouncil: ['政策会議に付議された提案を読む'],
  promotionCommittee: [],
  secretariat: [
    '提案を受け付け、課に照会し、結果を通知する',
    '提案者の氏名を確かめる（記録が残る）',
    keeping,
  ],
  expertPanel: [],
  administrators: ['アカウントを登録し、初期パスワードを発行する', '監査ログを見る', keeping],
}
