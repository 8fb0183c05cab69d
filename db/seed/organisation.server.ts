import { openCampaign } from '#app/domain/campaigns/opening.server'
import { importAppointments } from '#app/domain/organisation/appointments.server'
import { departmentIds, importDepartments } from '#app/domain/organisation/departments.server'
import { importPeople, personIds } from '#app/domain/organisation/people.server'
import { importPosts } from '#app/domain/organisation/posts.server'
import { setReasonCodes } from '#app/domain/organisation/reason-codes.server'
import type { Body, SeatRole } from '#app/domain/organisation/seat'
import { importSeats } from '#app/domain/organisation/seats.server'
import { openFiscalYear } from '#app/domain/organisation/year-opening.server'
import { importMeasures, importProjects } from '#app/domain/projects/registry.server'
import { outOfScopeCodes, reasonCodes } from './gaps'
import type { Loading } from './loading.server'
import { moment } from './moments'
import { flag, type Line, orNull, type Tables } from './tables.server'

export const years = [2024, 2025, 2026] as const

/** What lines of reports and proposals name, by the name they give it. */
export interface Keys {
  readonly people: ReadonlyMap<string, number>
  readonly departments: ReadonlyMap<string, number>
  /** `2026 702020023` */
  readonly projects: ReadonlyMap<string, number>
  /** `2026 市民に伝わる通知文` */
  readonly themes: ReadonlyMap<string, number>
}

/** The organisation with all its transfers, the years with their projects, and the campaigns, before anything else. */
export async function loadOrganisation(loading: Loading, tables: Tables): Promise<Keys> {
  const at = moment('2024-04-01', 8 * 60 + 30)
  await loading.bySystem(at, async (ctx) => {
    await importDepartments(
      ctx,
      tables.departments.map((line) => ({
        ...line,
        parentCode: orNull(line.parentCode),
        kind: line.kind as 'bureau' | 'section',
        validTo: orNull(line.validTo),
      })),
      tables.departmentSuccessors.map((line) => ({
        ...line,
        kind: line.kind as 'rename' | 'split' | 'merge',
      })),
    )
    await importPosts(
      ctx,
      tables.posts.map((line) => ({ ...line, rank: Number(line.rank), isHead: flag(line.isHead) })),
    )
    await importPeople(
      ctx,
      tables.people.map((line) => ({ ...line, email: orNull(line.email) })),
    )
    await importAppointments(
      ctx,
      tables.appointments.map((line) => ({
        ...line,
        kind: line.kind as 'main' | 'concurrent' | 'acting',
        validTo: orNull(line.validTo),
      })),
    )
    await importSeats(
      ctx,
      tables.seats.map((line) => ({
        ...line,
        body: line.body as Body,
        role: line.role as SeatRole,
        validTo: orNull(line.validTo),
      })),
    )
    await setReasonCodes(ctx, 'difficult', reasonCodes)
    await setReasonCodes(ctx, 'notAdopted', reasonCodes)
    await setReasonCodes(ctx, 'notAccepted', outOfScopeCodes)
    await importMeasures(
      ctx,
      tables.policies.map((line) => ({
        ...line,
        level: line.level as 'chapter' | 'section' | 'measure',
        parentCode: orNull(line.parentCode),
      })),
    )
  })
  const themes = new Map<string, number>()
  for (const fiscalYear of years) await openYear(loading, tables, fiscalYear, themes)
  return {
    people: await personIds(loading.db),
    departments: await departmentIds(loading.db),
    projects: await projectKeys(loading),
    themes,
  }
}

/** The target of 70 % is the one of the sample town's plan (目標値は仮の値). */
async function openYear(
  loading: Loading,
  tables: Tables,
  fiscalYear: number,
  themes: Map<string, number>,
): Promise<void> {
  const year = String(fiscalYear)
  const titles = [
    ...new Set(tables.proposals.filter((line) => line.fiscalYear === year).map((line) => line.themeTitle)),
  ].filter((title) => title !== '')
  const { themeIds } = await loading.bySystem(moment('2024-04-01', 8 * 60 + 30), async (ctx) => {
    await openFiscalYear(ctx, { fiscalYear, targetPermille: 700 })
    await importProjects(
      ctx,
      fiscalYear,
      tables.projects.filter((line) => line.fiscalYear === year).map(projectLine),
      tables.projectSuccessors
        .filter(({ toFiscalYear }) => toFiscalYear === year)
        .map((line) => ({ ...line, kind: line.kind as 'renamed' | 'transferred' | 'merged' })),
    )
    return openCampaign(ctx, {
      ...{ fiscalYear, name: '職員提案', departmentMayDecide: 0, themes: titles },
      ...{ opensOn: `${fiscalYear}-04-01`, closesOn: `${fiscalYear + 1}-03-31` },
    })
  })
  titles.forEach((title, place) => themes.set(`${fiscalYear} ${title}`, themeIds[place] ?? 0))
}

/** Chapter (1 digit), section (2), measure (2) and serial number make a project's code. */
function projectLine(line: Line<'projects'>) {
  const { code, name, departmentCode, policyMeasure } = line
  return {
    ...{ code, name, departmentCode, measureName: policyMeasure },
    measureCode: `${code.slice(0, 1)}${Number(code.slice(1, 3))}${Number(code.slice(3, 5))}`,
    inScope: flag(line.inScope),
    excludedReason: orNull(line.excludedReason),
    predecessorCode: orNull(line.predecessorCode),
  }
}

async function projectKeys({ db }: Loading): Promise<Map<string, number>> {
  const rows = await db.selectFrom('projectYears').select(['fiscalYear', 'code', 'projectId']).execute()
  return new Map(rows.map(({ fiscalYear, code, projectId }) => [`${fiscalYear} ${code}`, projectId]))
}
