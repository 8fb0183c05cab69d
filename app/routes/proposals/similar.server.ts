import { fiscalYearLabel } from '#app/domain/calendar'
import type { ProposalContent } from '#app/domain/proposals/content'
import type { Matter, Similar, Sought } from '#app/domain/search/similar.server'
import type { ShownMatter, ShownSimilar } from '#app/ui/proposals/similar'
import { paths } from '#app/web/paths'

/** What is compared of a proposal that is being written. */
export function soughtOf(proposalId: number | null, content: Compared): Sought {
  return {
    own: proposalId === null ? null : { kind: 'proposal', id: proposalId },
    title: content.title,
    text: `${content.currentSituation}\n${content.proposal}`.trim(),
    projectIds: content.projectIds,
    departmentIds: content.targetIds,
    effectTags: content.effectTags,
  }
}

type Compared = Pick<
  ProposalContent,
  'title' | 'currentSituation' | 'proposal' | 'projectIds' | 'targetIds' | 'effectTags'
>

/** The same words on the check page, on the page of its own and under the field while typing. */
export function shownSimilar({ others, more, isByWork, ...matter }: Similar): ShownSimilar {
  const { meta, ...rest } = shown(matter)
  return {
    ...rest,
    meta: isByWork ? `${meta}　（同じ部で、同じ効果をねらったもの）` : meta,
    others: others.map(shown),
    alsoWords: more === 0 ? '' : `同じような内容のものが、ほかに${more}件あります`,
  }
}

function shown({ kind, id, title, fiscalYear, departmentName }: Matter): ShownMatter {
  return {
    href: kind === 'proposal' ? paths.proposal(id) : paths.improvement(id),
    title,
    meta: [kind === 'proposal' ? '提案' : '改善事例', departmentName, fiscalYearLabel(fiscalYear)]
      .filter(Boolean)
      .join('　'),
  }
}
