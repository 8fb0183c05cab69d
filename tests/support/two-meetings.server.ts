import { sendPapers } from '#app/domain/committees/papers.server'
import { castParts, signAllIn } from '#tests/access/parts.server'
import { begun, plannedSitting, score } from '#tests/support/sittings.server'
import { smallTown } from '#tests/support/town.server'
import type { TestWorld } from '#tests/support/world.server'

/** A meeting about four proposals and one about forty, both begun; in a small town where everybody is signed in. */
export async function twoMeetings(world: TestWorld) {
  const town = await smallTown(world)
  const players = await castParts(world, town)
  await signAllIn(world, players)
  const meetings = []
  for (const items of [4, 40]) {
    const meeting = await plannedSitting(world, town, { items })
    await world.act(players.secretariat, (ctx) => sendPapers(ctx, meeting))
    for (const itemId of meeting.itemIds.slice(1)) await score(world, players.chair, itemId)
    await begun(world, town, meeting.sittingId, [players.chair, players.recused])
    meetings.push(meeting)
  }
  return meetings
}
