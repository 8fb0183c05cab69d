export interface Counted {
  total: number
  /** The total is counted up to a limit only. */
  capped?: boolean | undefined
  /** Place of the first and last row shown, where it is known. */
  from?: number | undefined
  to?: number | undefined
}

/** 「18件中1〜18件」, 「1,000件以上」. */
export function countWords({ total, capped, from, to }: Counted): string {
  const all = `${figure(total)}件${capped ? '以上' : ''}`
  if (total === 0 || from === undefined || to === undefined) return all
  return capped ? `${all}のうち${figure(from)}〜${figure(to)}件` : `${all}中${figure(from)}〜${figure(to)}件`
}

function figure(value: number): string {
  return value.toLocaleString('ja-JP')
}
