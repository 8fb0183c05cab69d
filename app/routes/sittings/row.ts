import type { AgendaLine } from '#app/domain/proposals/sitting-lines.server'
import type { AgendaRow } from '#app/ui/sittings/agenda-table'
import { paths } from '#app/web/paths'

/** A line of an agenda as its table shows it. */
export function rowOf(line: AgendaLine, isToScore: boolean): AgendaRow {
  return {
    id: line.id,
    position: line.position,
    title: line.title,
    receiptNumber: line.receiptNumber,
    leadDepartmentName: line.leadDepartmentName,
    stances: line.stances,
    outcome: line.outcome,
    isGone: line.isGone,
    ownPoints: line.ownPoints,
    ownGrounds: line.ownGrounds,
    sheets: line.sheets,
    scores: line.scores,
    href: paths.agendaItem(line.id),
    scoreHref: isToScore ? paths.score(line.id) : null,
  }
}
