import { emptyContent, type ProposalContent } from '#app/domain/proposals/content'
import { draftProposal } from '#app/domain/proposals/drafting.server'
import { acceptForReview } from '#app/domain/proposals/intake.server'
import { submitProposal } from '#app/domain/proposals/submission.server'
import { remembering } from '#tests/support/remembering.server'
import type { PersonName, SmallTown } from '#tests/support/town.server'
import type { TestWorld } from '#tests/support/world.server'

/** A proposal of 佐藤 of the tax section about the work of 市民課, complete as it stands. */
export function contentIn(town: SmallTown, change: Partial<ProposalContent> = {}): ProposalContent {
  return {
    ...emptyContent,
    title: '窓口に番号札を導入する',
    currentSituation: '順番が分からず、窓口の前に列ができています。',
    proposal: '番号札を発行し、待ち人数を表示します。',
    projectIds: [town.projects.counter],
    targetIds: [town.departments.citizens],
    ...change,
  }
}

interface Telling extends Partial<ProposalContent> {
  readonly by?: PersonName
}

/** Each returns the key of the proposal, brought as far as its name says by the commands themselves. */
export const drafted = remembering(
  'drafted',
  async (world: TestWorld, town: SmallTown, { by = 'sato', ...change }: Telling = {}): Promise<number> => {
    const { proposalId } = await world.act(town.people[by], (ctx) =>
      draftProposal(ctx, contentIn(town, change)),
    )
    return proposalId
  },
)

export const submitted = remembering(
  'submitted',
  async (world: TestWorld, town: SmallTown, telling: Telling = {}): Promise<number> => {
    const proposalId = await drafted(world, town, telling)
    await world.act(town.people[telling.by ?? 'sato'], (ctx) =>
      submitProposal(ctx, { proposalId, version: 1 }),
    )
    return proposalId
  },
)

export const accepted = remembering(
  'accepted',
  async (world: TestWorld, town: SmallTown, telling: Telling = {}): Promise<number> => {
    const proposalId = await submitted(world, town, telling)
    const { citizens, tax } = town.departments
    await world.act(town.people.kobayashi, (ctx) =>
      acceptForReview(ctx, {
        proposalId,
        leadDepartmentId: citizens,
        asked: [citizens, tax].map((departmentId) => ({ departmentId, dueOn: '2026-06-15' })),
      }),
    )
    return proposalId
  },
)
