import { fiscalYearShort } from '../calendar'

/** 受付番号: R8-001, counted anew in every fiscal year. */
export function receiptNumberOf(fiscalYear: number, seq: number): string {
  return `${fiscalYearShort(fiscalYear)}-${String(seq).padStart(3, '0')}`
}
