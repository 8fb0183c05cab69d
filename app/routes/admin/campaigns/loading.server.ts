import { wareki } from '#app/domain/calendar'
import { findCampaign, type KeptCampaign } from '#app/domain/campaigns/lookup.server'
import { NotFound } from '#app/domain/errors'
import { mayChangeYear, mayKeepOrganisation } from '#app/domain/organisation/policy'
import { findKeptYear } from '#app/domain/organisation/year-settings.server'
import type { PageArgs } from '#app/web/page.server'
import { idParam } from '#app/web/params'

/** To whoever may not keep the years these pages do not exist. */
export async function loadCampaign({ actor, db, params }: Pick<PageArgs, 'actor' | 'db' | 'params'>) {
  if (!mayKeepOrganisation(actor).ok) throw new NotFound()
  const campaign = await findCampaign(db, idParam(params, 'id'))
  return { campaign, mayChange: mayChangeYear(actor, await findKeptYear(db, campaign.fiscalYear)) }
}

/** As the fields of its form start. */
export function typedCampaign({ name, opensOn, closesOn, departmentMayDecide, themes }: KeptCampaign) {
  return {
    ...{ name, opensOn: wareki(opensOn), closesOn: closesOn === null ? '' : wareki(closesOn) },
    departmentMayDecide: departmentMayDecide === 1 ? 'on' : '',
    themes: themes.map(({ title }) => title).join('\n'),
  }
}
