import { fiscalYearLabel } from '#app/domain/calendar'
import type { Similar } from '#app/domain/search/similar.server'
import type { ShownSimilar } from '#app/ui/proposals/similar'
import { paths } from '#app/web/paths'

/** The same words on the check page, on the page of its own and under the field while typing. */
export function shownSimilar({ kind, id, title, fiscalYear, departmentName, more }: Similar): ShownSimilar {
  return {
    href: kind === 'proposal' ? paths.proposal(id) : paths.improvement(id),
    title,
    meta: [kind === 'proposal' ? '提案' : '改善事例', departmentName, fiscalYearLabel(fiscalYear)]
      .filter(Boolean)
      .join('　'),
    others: more === 0 ? '' : `同じような内容のものが、ほかに${more}件あります`,
  }
}
