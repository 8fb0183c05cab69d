import type { AgendaLine } from '#app/domain/proposals/sitting-lines.server'

/** The next item without a score of one's own, after this one and then from the beginning; null when all are done. */
export function nextToScore(
  lines: readonly Pick<
    AgendaLine,
    'id' | 'ownPoints' | 'ownGrounds' | 'scoresOpenedAt' | 'outcome' | 'isGone'
  >[],
  current: number,
): number | null {
  const place = lines.findIndex(({ id }) => id === current)
  const ordered = [...lines.slice(place + 1), ...lines.slice(0, Math.max(place, 0))]
  const next = ordered.find(
    ({ ownPoints, ownGrounds, scoresOpenedAt, outcome, isGone }) =>
      ownPoints === null && ownGrounds.length === 0 && scoresOpenedAt === null && outcome === null && !isGone,
  )
  return next?.id ?? null
}
