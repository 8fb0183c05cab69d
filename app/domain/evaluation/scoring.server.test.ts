import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { openScores } from '#app/domain/committees/opening.server'
import { begun, plannedSitting, score, seatMembers, sittingToScore } from '#tests/support/sittings.server'
import { smallTown } from '#tests/support/town.server'
import { freshWorld } from '#tests/support/world.server'
import { declareRecusal } from './declaring.server'
import { defaultRubric } from './rubric'
import { findRubric, setRubric } from './rubrics.server'
import { saveScore } from './scoring.server'

/** 伊藤 presides; 中村 is of the lead department's bureau; three of another bureau score. */
async function scoring({ items = 1 } = {}) {
  const world = await freshWorld()
  const town = await smallTown(world)
  const members = await seatMembers(world, 3)
  const sitting = await sittingToScore(world, town, { items })
  const itemId = sitting.itemIds[0] ?? 0
  const open = () => world.act(town.people.kobayashi, (ctx) => openScores(ctx, sitting))
  const opened = () =>
    world.reader
      .selectFrom('agendaItems')
      .select(['scorers', 'meanTenths', 'lowestTenths', 'highestTenths'])
      .where('id', '=', itemId)
      .executeTakeFirstOrThrow()
  const sheets = () => world.reader.selectFrom('scoreSheets').selectAll().execute()
  return {
    world,
    town,
    members,
    ...sitting,
    itemId,
    open,
    opened,
    sheets,
    [Symbol.asyncDispose]: world.close,
  }
}

it('nobody scores before the papers are sent', async () => {
  await using world = await freshWorld()
  const town = await smallTown(world)
  const [member = 0] = await seatMembers(world, 1)
  const { itemIds } = await plannedSitting(world, town)
  await expect(score(world, member, itemIds[0] ?? 0)).rejects.toThrow('資料を送ると')
})

it('the mean is that of all who scored, with the spread', async () => {
  await using story = await scoring()
  const { world, members, itemId, open, opened } = story
  await score(world, members[0]!, itemId, [5, 5, 5, 5, 5])
  await score(world, members[1]!, itemId, [3, 3, 3, 3, 3])
  await score(world, story.town.people.ito, itemId, [4, 4, 4, 4, 4])
  await open()
  expect(await opened()).toEqual({ scorers: 3, meanTenths: 800, lowestTenths: 600, highestTenths: 1000 })
})

it('a criterion without a mark, or with a mark beyond the scale, is named', async () => {
  await using story = await scoring()
  const { world, members, itemId } = story
  await expect(score(world, members[0]!, itemId, [3, 3, 3])).rejects.toMatchObject({ field: 'marks[3]' })
  await expect(score(world, members[0]!, itemId, [3, 6, 3, 3, 3])).rejects.toThrow('実現性')
})

it('whoever is of the bureau that is asked does not score, nor does an employee or the clerk', async () => {
  await using story = await scoring()
  const { world, town, itemId } = story
  await expect(score(world, town.people.nakamura, itemId)).rejects.toThrow('主管課と同じ部')
  await expect(score(world, town.people.suzuki, itemId)).rejects.toThrow('委員')
  await expect(score(world, town.people.kobayashi, itemId)).rejects.toThrow('委員')
})

it('a declared recusal takes the score back and shuts out the next one', async () => {
  await using story = await scoring()
  const { world, members, itemId, open, opened } = story
  await score(world, members[0]!, itemId, [1, 1, 1, 1, 1])
  await score(world, members[1]!, itemId, [4, 4, 4, 4, 4])
  await world.act(members[0]!, (ctx) =>
    declareRecusal(ctx, { agendaItemId: itemId, reason: '親族が関わるため' }),
  )
  await expect(score(world, members[0]!, itemId)).rejects.toThrow('申し出')
  await open()
  expect(await opened()).toMatchObject({ scorers: 1, meanTenths: 800 })
})

it('a score whose member came to the bureau afterwards is not counted', async () => {
  await using story = await scoring()
  const { world, members, itemId, proposalIds, town, open, opened } = story
  await score(world, members[0]!, itemId, [1, 1, 1, 1, 1])
  await score(world, town.people.ito, itemId, [5, 5, 5, 5, 5])
  await world.writer
    .updateTable('proposals')
    .set({ leadDepartmentId: town.departments.welfare })
    .where('id', '=', proposalIds[0]!)
    .execute()
  await open()
  expect(await opened()).toMatchObject({ scorers: 1, meanTenths: 1000 })
})

it('fifty scores of one member at once leave one', async () => {
  await using story = await scoring()
  const { world, members, itemId, sheets } = story
  const attempts = Array.from({ length: 50 }, (_, place) =>
    score(world, members[0]!, itemId, [1 + (place % 5), 3, 3, 3, 3]),
  )
  await Promise.all(attempts)
  expect(await sheets()).toHaveLength(1)
})

it('a score at the moment of opening is counted or refused, never both and never neither', async () => {
  for (const position of ['before', 'after'] as const) {
    await using story = await scoring()
    const { world, members, itemId, open, opened, sheets } = story
    const scored = () =>
      score(world, members[0]!, itemId).then(
        () => true,
        () => false,
      )
    const [accepted] =
      position === 'before'
        ? await Promise.all([scored(), open()])
        : (await Promise.all([open(), scored()])).toReversed()
    expect((await opened()).scorers).toBe(accepted ? 1 : 0)
    expect(await sheets()).toHaveLength(accepted ? 1 : 0)
  }
})

it('nothing changes a score after it was opened: no page, no statement', async () => {
  await using story = await scoring()
  const { world, members, itemId, open, sheets } = story
  await score(world, members[0]!, itemId)
  await open()
  const before = await sheets()
  await expect(score(world, members[0]!, itemId)).rejects.toThrow('開示した')
  await expect(score(world, members[1]!, itemId)).rejects.toThrow('開示した')
  const statements = [
    sql`update "scoreSheets" set "pointsTenths" = 1000`,
    sql`delete from "scoreSheets"`,
    sql`insert into "scoreSheets" values (${itemId}, ${members[1]!}, '[5,5,5,5,5]', 1000, '', '')`,
    sql`update "agendaItems" set "scoresOpenedAt" = null`,
    sql`update "agendaItems" set "meanTenths" = 1000`,
    sql`delete from "agendaItems"`,
  ]
  for (const statement of statements) {
    await expect(statement.execute(world.writer)).rejects.toThrow('opened scores')
  }
  expect(await sheets()).toEqual(before)
})

it('the log keeps a digest of what was opened', async () => {
  await using story = await scoring()
  await score(story.world, story.members[0]!, story.itemId)
  await story.open()
  const { payload } = await story.world.reader
    .selectFrom('events')
    .select('payload')
    .where('kind', '=', 'sitting.scoresOpened')
    .executeTakeFirstOrThrow()
  expect(JSON.parse(payload)).toMatchObject({ sheets: 1, digest: expect.stringMatching(/^[\w-]{43}$/) })
})

it('the rubric of a campaign changes until the papers are sent, and is then what it was', async () => {
  await using world = await freshWorld()
  const town = await smallTown(world)
  const rubric = { ...defaultRubric, minimumScorers: 5 }
  const set = (version: number) =>
    world.act(town.people.kobayashi, (ctx) => setRubric(ctx, { campaignId: town.campaign, version, rubric }))
  await set(0)
  await expect(set(0)).rejects.toThrow('先に保存')
  await sittingToScore(world, town)
  await expect(set(1)).rejects.toThrow('採点表を変えられません')
  const kept = await findRubric(world.reader, town.campaign)
  expect(kept).toMatchObject({ minimumScorers: 5, criteria: defaultRubric.criteria })
  expect(kept.frozenAt).not.toBeNull()
})

it('whoever is absent from the meeting may have scored before', async () => {
  await using story = await scoring()
  const { world, town, members, itemId, sittingId, open, opened } = story
  await world.act(members[2]!, (ctx) =>
    saveScore(ctx, { agendaItemId: itemId, marks: [3, 3, 3, 3, 3], opinion: '' }),
  )
  await open()
  await begun(world, town, sittingId, [town.people.ito, members[0]!, members[1]!])
  expect(await opened()).toMatchObject({ scorers: 1 })
})
