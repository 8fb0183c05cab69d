import type { Db } from '#app/domain/context'
import { NotFound } from '#app/domain/errors'
import type { Actor } from '#app/domain/organisation/actor'
import { mayKeepOrganisation } from '#app/domain/organisation/policy'
import { type SettingName, settingAsTyped } from '#app/domain/organisation/year-settings'
import { findKeptYear, type KeptYear } from '#app/domain/organisation/year-settings.server'
import { idParam } from '#app/web/params'

interface Asked {
  readonly actor: Actor
  readonly db: Db
  readonly params: Readonly<Record<string, string | undefined>>
}

/** To whoever may not keep the years these pages do not exist. */
export async function loadYear({ actor, db, params }: Asked): Promise<KeptYear> {
  if (!mayKeepOrganisation(actor).ok) throw new NotFound()
  return findKeptYear(db, idParam(params, 'id'))
}

/** As the fields of a form show them. */
export function typedSettings(year: KeptYear, names: readonly SettingName[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, settingAsTyped(name, year[name])]))
}
