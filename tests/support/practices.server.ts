import { confirmPractices } from '#app/domain/practices/confirmation.server'
import { emptyContent, type PracticeContent } from '#app/domain/practices/content'
import { prepareReport, reportPractice } from '#app/domain/practices/reporting.server'
import { remembering } from '#tests/support/remembering.server'
import type { PersonName, SmallTown } from '#tests/support/town.server'
import type { TestWorld } from '#tests/support/world.server'

interface Telling extends Partial<PracticeContent> {
  readonly by?: PersonName
}

/** An improvement of 鈴木 of 市民課 for its 窓口サービス事業, complete as it stands; returns its key. */
export const reported = remembering(
  'reported',
  async (world: TestWorld, town: SmallTown, { by = 'suzuki', ...change }: Telling = {}): Promise<number> => {
    const content: PracticeContent = {
      ...emptyContent,
      title: '窓口に番号札を置く',
      change: '番号札を置き、待ち人数が分かるようにした。',
      implementedOn: '2026-05-20',
      projectIds: [town.projects.counter],
      effectTags: ['time'],
      ...change,
    }
    const draft = await world.act(town.people[by], (ctx) => prepareReport(ctx, { content, draft: null }))
    await world.act(town.people[by], (ctx) => reportPractice(ctx, draft))
    return draft.practiceId
  },
)

/** Reported and confirmed by the head, 髙橋 unless somebody else is. */
export const confirmed = remembering(
  'confirmed',
  async (
    world: TestWorld,
    town: SmallTown,
    { head = 'takahashi', ...telling }: Telling & { head?: PersonName } = {},
  ): Promise<number> => {
    const practiceId = await reported(world, town, telling)
    await world.act(town.people[head], (ctx) =>
      confirmPractices(ctx, [{ practiceId, version: 2, headComment: '', projectIds: null }]),
    )
    return practiceId
  },
)
