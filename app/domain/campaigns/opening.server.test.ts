import { expect, it } from 'vitest'
import { smallTown } from '#tests/support/town.server'
import { freshWorld } from '#tests/support/world.server'
import { listOpenCampaigns } from './campaigns.server'
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
