import { redirect } from '@remix-run/node'
import type { z } from 'zod'
import { fiscalYearLabel } from '#app/domain/calendar'
import type { Db } from '#app/domain/context'
import { NotFound } from '#app/domain/errors'
import type { Actor } from '#app/domain/organisation/actor'
import { mayChangeYear, mayKeepOrganisation } from '#app/domain/organisation/policy'
import {
  type SettingName,
  settingAsTyped,
  settingLabels,
  type FiscalYearSettings,
} from '#app/domain/organisation/year-settings'
import {
  changeYearSettings,
  findKeptYear,
  type KeptYear,
} from '#app/domain/organisation/year-settings.server'
import { readForm, refuse } from '#app/web/form.server'
import type { PageArgs } from '#app/web/page.server'
import { idParam } from '#app/web/params'
import { paths, withFlash } from '#app/web/paths'
import type { VerbArgs } from '#app/web/verb.server'

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

/** Some settings of a year as a form to be typed over. */
export async function loadSettings(args: PageArgs, names: readonly SettingName[]) {
  const year = await loadYear(args)
  return {
    fiscalYear: year.fiscalYear,
    label: fiscalYearLabel(year.fiscalYear),
    may: mayChangeYear(args.actor, year),
    form: await args.form(typedSettings(year, names), year.version),
  }
}

/** Changes what the form holds and goes back to the year; a refusal gives back what was typed. */
export async function saveSettings(args: VerbArgs, Form: z.ZodType<Partial<FiscalYearSettings>>) {
  const { fiscalYear } = await loadYear(args)
  const form = await readForm(args.request, Form)
  if (!form.ok) return refuse(form)

  const { value: settings, version } = form
  const outcome = await args.perform(form, (ctx) =>
    changeYearSettings(ctx, { fiscalYear, version, settings }),
  )
  if (!outcome.ok) return refuse(form, outcome, settingLabels)

  return redirect(withFlash(paths.year(fiscalYear), 'yearChanged'))
}
