import { redirect } from '@remix-run/node'
import { mayChangeAgenda } from '#app/domain/committees/policy'
import { insist } from '#app/domain/errors'
import { findAgendaSeenBy } from '#app/domain/proposals/sitting-lines.server'
import { withNothingChosen } from '#app/web/nothing-chosen'
import type { PageArgs } from '#app/web/page.server'
import { idParam, idsQuery } from '#app/web/params'
import { paths } from '#app/web/paths'

/** The chosen items that are still to be dealt with; back to the agenda when there is none. */
export async function loadChosen({ actor, db, params, url }: PageArgs) {
  const { sitting, lines } = await findAgendaSeenBy(db, actor, idParam(params, 'id'))
  insist(mayChangeAgenda(actor, sitting))
  const chosen = idsQuery(url, 'chosen')
  const found = lines.filter(({ id, outcome, isGone }) => chosen.includes(id) && outcome === null && !isGone)
  if (found.length === 0) throw redirect(withNothingChosen(paths.sitting(sitting.id)))
  return {
    sitting,
    lines: found.map(({ id, title, receiptNumber }) => ({ id, title, receiptNumber })),
  }
}
