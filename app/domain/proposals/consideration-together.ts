/** More than a page of the list offers, and than anybody reads on one check page. */
export const mostAnsweredTogether = 40

/** Characters that the grounds of a 「現時点では困難」 need at least: one text for all, so the strictest of their years. */
export function leastGroundsIn(years: readonly { minimumGroundsLength: number }[]): number {
  return Math.max(0, ...years.map(({ minimumGroundsLength }) => minimumGroundsLength))
}
