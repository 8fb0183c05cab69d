import type { Db } from '#app/domain/context'
import { maySpread } from '#app/domain/improvements/spread'
import { type Actor, mainAppointment } from '#app/domain/organisation/actor'
import type { PracticeContent } from '#app/domain/practices/content'
import { listSimilarCases } from '#app/domain/search/similar.server'
import type { ShownCase } from '#app/ui/practices/similar-cases'
import { paths } from '#app/web/paths'
import { shownSimilar } from '../proposals/similar.server'

interface Written {
  readonly id: number
  readonly content: PracticeContent
  /** The improvement that it copies, which is no discovery. */
  readonly originId: number | null
}

/** What looks like the report, with the way to say that it was copied: of one improvement, and of another department's. */
export async function listShownCases(
  db: Db,
  actor: Actor,
  { id, content, originId }: Written,
): Promise<ShownCase[]> {
  const cases = await listSimilarCases(db, actor, {
    own: originId === null ? null : { kind: 'improvement', id: originId },
    title: content.title,
    text: `${content.before}\n${content.change}`.trim(),
    projectIds: content.projectIds,
    departmentIds: [],
    effectTags: content.effectTags,
  })
  return cases.map(({ departmentId, ...similar }) => ({
    ...shownSimilar(similar),
    isOwnDepartments: mainAppointment(actor)?.departmentId === departmentId,
    deed:
      originId === null && maySpread(actor, { departmentId }).ok
        ? { href: paths.spread(similar.id, { report: id }), label: 'この事例をまねた' }
        : undefined,
  }))
}
