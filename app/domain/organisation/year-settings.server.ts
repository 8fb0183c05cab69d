import { firstDayOf, fiscalYearLabel, fiscalYearOf, wareki } from '../calendar'
import type { Ctx, Db } from '../context'
import { ChangedMeanwhile, insist, NotFound, RuleBroken } from '../errors'
import { findLastWriter } from '../events/last-writer.server'
import { mayChangeYear, mayCloseYear, mayKeepOrganisation } from './policy'
import { type FiscalYearSettings, type SettingName, settingAsTyped } from './year-settings'

/** A year with its settings and who closed it. Throws NotFound for one that nobody has opened. */
export async function findKeptYear(db: Db, fiscalYear: number) {
  const row = await selectKept(db).where('fiscalYear', '=', fiscalYear).executeTakeFirst()
  if (!row) throw new NotFound()
  return row
}

export type KeptYear = Awaited<ReturnType<typeof findKeptYear>>

/** The latest first. */
export async function listKeptYears(db: Db): Promise<KeptYear[]> {
  return selectKept(db).orderBy('fiscalYear', 'desc').limit(100).execute()
}

/** Throws RuleBroken while the year before is not open, NotPermitted for whoever does not keep the years. */
export async function beginNextYear(ctx: Ctx): Promise<{ fiscalYear: number }> {
  insist(mayKeepOrganisation(ctx.actor))
  const { from, fiscalYear } = nextOf(await listKeptYears(ctx.tx), fiscalYearOf(ctx.today))
  const { closedAt: _at, closedById: _by, closedByName: _name, ...settings } = from
  await ctx.tx
    .insertInto('fiscalYears')
    .values({ ...settings, fiscalYear, version: 1, closedAt: null, closedById: null })
    .execute()
  ctx.happened({ kind: 'fiscalYear.opened', fiscalYear })
  return { fiscalYear }
}

/** Which year comes next, and whose settings it begins with. Throws RuleBroken for one that is too far off. */
export function nextOf(years: readonly KeptYear[], thisYear: number): { from: KeptYear; fiscalYear: number } {
  const [from] = years
  if (!from) throw new RuleBroken('最初の年度は、一覧の取り込みで開きます')
  const fiscalYear = from.fiscalYear + 1
  if (fiscalYear > thisYear + 1) {
    const day = wareki(firstDayOf(fiscalYear - 1))
    throw new RuleBroken(`${fiscalYearLabel(fiscalYear)}は、${day}から開くことができます`)
  }
  return { from, fiscalYear }
}

/**
 * Decides some of the settings of a year; what does not change is no change. Throws NotPermitted for a closed year and
 * ChangedMeanwhile when somebody else saved first.
 */
export async function changeYearSettings(
  ctx: Ctx,
  {
    fiscalYear,
    version,
    settings,
  }: { fiscalYear: number; version: number; settings: Partial<FiscalYearSettings> },
): Promise<void> {
  const year = await findKeptYear(ctx.tx, fiscalYear)
  insist(mayChangeYear(ctx.actor, year))
  const names = (Object.keys(settings) as SettingName[]).filter((name) => settings[name] !== year[name])
  if (year.version !== version) throw await changedMeanwhile(ctx, year)
  if (names.length === 0) return
  await ctx.tx
    .updateTable('fiscalYears')
    .set({ ...settings, version: version + 1 })
    .where('fiscalYear', '=', fiscalYear)
    .execute()
  ctx.happened({
    ...{ kind: 'fiscalYear.changed', fiscalYear },
    before: Object.fromEntries(names.map((name) => [name, year[name]])),
    after: Object.fromEntries(names.map((name) => [name, settings[name] ?? null])),
  })
}

/** 確定: from here on its settings and its figure stay. Throws NotPermitted while it is not over. */
export async function closeFiscalYear(ctx: Ctx, { fiscalYear }: { fiscalYear: number }): Promise<void> {
  insist(mayCloseYear(ctx.actor, await findKeptYear(ctx.tx, fiscalYear), ctx.today))
  await ctx.tx
    .updateTable('fiscalYears')
    .set({ closedAt: ctx.now, closedById: ctx.actor.personId })
    .where('fiscalYear', '=', fiscalYear)
    .execute()
  ctx.happened({ kind: 'fiscalYear.closed', fiscalYear })
}

async function changedMeanwhile(ctx: Ctx, year: KeptYear): Promise<ChangedMeanwhile> {
  const names = Object.keys(year) as (keyof KeptYear)[]
  const typed = names.map((name) => [name, settingAsTyped(name as SettingName, year[name])])
  const last = await findLastWriter(
    ctx.tx,
    ['fiscalYear.changed'],
    (event) => 'fiscalYear' in event && event.fiscalYear === year.fiscalYear,
  )
  return new ChangedMeanwhile({
    ...(last ?? { at: ctx.now, by: 'ほかの人' }),
    theirs: { ...(Object.fromEntries(typed) as Record<string, string>), version: String(year.version) },
  })
}

function selectKept(db: Db) {
  return db
    .selectFrom('fiscalYears')
    .leftJoin('people', 'people.id', 'fiscalYears.closedById')
    .selectAll('fiscalYears')
    .select('people.name as closedByName')
}
