import type { Ctx } from '#app/domain/context'
import { departmentIds, importDepartments } from '#app/domain/organisation/departments.server'
import { personIds } from '#app/domain/organisation/people.server'
import { type Files, importOrganisation } from '#app/domain/transfer/organisation.server'
import { readCsv } from '#app/domain/transfer/csv.server'
import { lists } from '#app/domain/transfer/lists.server'
import type { Loading } from './loading.server'
import { moment } from './moments'
import { departmentsBefore, reorganise } from './reorganisation.server'

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
export async function loadOrganisation(loading: Loading, files: Files): Promise<Keys> {
  await loading.bySystem(moment('2024-04-01', 8 * 60 + 30), (ctx) => bringIn(ctx, files))
  return {
    people: await personIds(loading.db),
    departments: await departmentIds(loading.db),
    projects: await projectKeys(loading),
    themes: await themeKeys(loading),
  }
}

/** Departments first, with their reorganisations: what names them, names those of every day. */
async function bringIn(ctx: Ctx, { departments = '', departmentSuccessors = '', ...others }: Files) {
  const read = {
    departments: readCsv('departments.csv', departments, lists.departments),
    successors: readCsv('departmentSuccessors.csv', departmentSuccessors, lists.departmentSuccessors),
  }
  await importDepartments(ctx, departmentsBefore(read))
  await reorganise(ctx, read)
  await importOrganisation(ctx, others)
}

async function projectKeys({ db }: Loading): Promise<Map<string, number>> {
  const rows = await db.selectFrom('projectYears').select(['fiscalYear', 'code', 'projectId']).execute()
  return new Map(rows.map(({ fiscalYear, code, projectId }) => [`${fiscalYear} ${code}`, projectId]))
}

async function themeKeys({ db }: Loading): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('themes')
    .innerJoin('campaigns', 'campaigns.id', 'themes.campaignId')
    .select(['campaigns.fiscalYear', 'themes.title', 'themes.id'])
    .execute()
  return new Map(rows.map(({ fiscalYear, title, id }) => [`${fiscalYear} ${title}`, id]))
}
