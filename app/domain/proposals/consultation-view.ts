import type { Instant } from '../calendar'

/** 合議, as whoever prepares and decides reads it; an opinion belongs to the department, not to a person. */
export interface ConsultationView {
  readonly id: number
  readonly departmentName: string
  readonly question: string
  readonly askedAt: Instant
  /** Null until it is given. */
  readonly opinion: string | null
  readonly answeredAt: Instant | null
  /** Where a delegate answered, for whom: 「髙橋（代理 佐藤）」. */
  readonly answeredFor: string | null
}
