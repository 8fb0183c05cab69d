import { expect, it } from 'vitest'
import { smallTown } from '#tests/support/town.server'
import { freshWorld } from '#tests/support/world.server'
import { defaultRubric } from '../evaluation/rubric'
import { findRubric, setRubric } from '../evaluation/rubrics.server'
import { emptyContent } from '../proposals/content'
import { draftProposal } from '../proposals/drafting.server'
import { listOpenCampaigns } from './campaigns.server'
import { changeCampaign } from './changing.server'
import { findCampaign } from './lookup.server'
import { openCampaign, type Opening } from './opening.server'
import { listOpenThemes } from './themes.server'

const summer: Opening = {
  ...{ fiscalYear: 2026, name: '夏の募集', opensOn: '2026-07-01', closesOn: '2026-08-31' },
  ...{ departmentMayDecide: 0, themes: ['電話を減らす', '紙を減らす'] },
}

it('a 募集 is open from its first to its last day, with its themes', async () => {
  await using world = await freshWorld()
  const town = await smallTown(world)
  const { campaignId } = await world.act(town.people.kobayashi, (ctx) => openCampaign(ctx, summer))
  const openOn = async (day: string) => (await listOpenCampaigns(world.reader, day)).map(({ id }) => id)
  expect(await openOn('2026-06-30')).not.toContain(campaignId)
  expect(await openOn('2026-07-01')).toContain(campaignId)
  expect(await openOn('2026-08-31')).toContain(campaignId)
  expect(await openOn('2026-09-01')).not.toContain(campaignId)
  const themes = (await listOpenThemes(world.reader, '2026-08-01')).filter(
    (theme) => theme.campaignId === campaignId,
  )
  expect(themes.map(({ title }) => title)).toEqual(['電話を減らす', '紙を減らす'])
})

it('a 募集 that would close before it opens is refused at the field', async () => {
  await using world = await freshWorld()
  const town = await smallTown(world)
  const backwards = { ...summer, closesOn: '2026-06-30' }
  await expect(world.act(town.people.kobayashi, (ctx) => openCampaign(ctx, backwards))).rejects.toMatchObject(
    {
      field: 'closesOn',
    },
  )
})

it('a 募集 is opened by the secretariat, not by a member of staff', async () => {
  await using world = await freshWorld()
  const town = await smallTown(world)
  await expect(world.act(town.people.suzuki, (ctx) => openCampaign(ctx, summer))).rejects.toThrow('事務局')
})

it('a 募集 begins with the 採点表 of another one, which then goes its own way', async () => {
  await using world = await freshWorld()
  const { people, formerCampaign } = await smallTown(world)
  const setMinimum = async (campaignId: number, minimumScorers: number) => {
    const { version } = await findRubric(world.reader, campaignId)
    const rubric = { ...defaultRubric, minimumScorers }
    await world.act(people.kobayashi, (ctx) => setRubric(ctx, { campaignId, version, rubric }))
  }
  await setMinimum(formerCampaign, 7)
  const { campaignId } = await world.act(people.kobayashi, (ctx) =>
    openCampaign(ctx, { ...summer, rubricFromId: formerCampaign }),
  )
  expect(await findRubric(world.reader, campaignId)).toMatchObject({ minimumScorers: 7, frozenAt: null })
  await setMinimum(campaignId, 4)
  expect(await findRubric(world.reader, formerCampaign)).toMatchObject({ minimumScorers: 7 })
})

it('a 募集 keeps the themes that have proposals, and says who changed it meanwhile', async () => {
  await using world = await freshWorld()
  const town = await smallTown(world)
  const { kobayashi, yoshida, suzuki } = town.people
  const change = (by: number, version: number, themes: readonly string[]) => {
    const { fiscalYear: _year, ...text } = { ...summer, name: '職員提案', opensOn: '2026-04-01', themes }
    return world.act(by, (ctx) => changeCampaign(ctx, { campaignId: town.campaign, version, ...text }))
  }
  await change(yoshida, 1, ['書かない窓口', '待たない窓口'])
  await expect(change(kobayashi, 1, [])).rejects.toMatchObject({
    changedBy: expect.stringContaining('吉田') as string,
  })
  await world.act(suzuki, (ctx) =>
    draftProposal(ctx, { ...emptyContent, title: '窓口の案', themeId: town.theme }),
  )
  await expect(change(kobayashi, 2, ['待たない窓口'])).rejects.toMatchObject({ field: 'themes' })
  await change(kobayashi, 2, ['書かない窓口'])
  expect((await findCampaign(world.reader, town.campaign)).themes.map(({ title }) => title)).toEqual([
    '書かない窓口',
  ])
})

it('a 募集 lies in its year, and has a name of its own there', async () => {
  await using world = await freshWorld()
  const { people } = await smallTown(world)
  const open = (more: Partial<Opening>) =>
    world.act(people.kobayashi, (ctx) => openCampaign(ctx, { ...summer, ...more }))
  await expect(open({ opensOn: '2027-04-01', closesOn: null })).rejects.toMatchObject({ field: 'opensOn' })
  await expect(open({ opensOn: '2026-01-01', closesOn: '2026-03-31' })).rejects.toMatchObject({
    field: 'closesOn',
  })
  await expect(open({ name: '職員提案' })).rejects.toMatchObject({ field: 'name' })
})
