import type { AgendaLine } from '#app/domain/proposals/sitting-lines.server'
import { paths } from '#app/web/paths'

/** A line of an agenda as its table shows it. */
export function rowOf({
  proposalId: _proposal,
  campaignId: _campaign,
  note: _note,
  scoresOpenedAt: _opened,
  recused: _recused,
  ...line
}: AgendaLine) {
  return { ...line, href: paths.agendaItem(line.id) }
}
