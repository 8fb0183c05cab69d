import { fiscalYearLabel } from '../../calendar'
import type { Ctx, Db } from '../../context'
import { departmentIds } from '../../organisation/departments.server'
import { listProjectYearLines, removeProjectYears } from '../../projects/all-lines.server'
import { importProjects } from '../../projects/registry.server'
import type { Importer } from '../importer'
import type { ProjectCells } from '../lists/projects'

/** 事務事業 of the years that the file speaks of. */
export const projects: Importer<ProjectCells> = {
  list: (db, fiscalYear) => listProjectYearLines(db, [fiscalYear]),
  async load(db, lines) {
    const years = yearsOf(lines)
    const departments = await departmentIds(db)
    const problemOfYear = await yearProblems(db)
    const before = await listProjectYearLines(
      db,
      years.map((year) => year - 1),
    )
    const codesBefore = new Set(before.map(({ fiscalYear, code }) => `${fiscalYear + 1} ${code}`))
    const continued = new Map<string, string>()
    return {
      lines: await listProjectYearLines(db, years),
      keyOf: ({ fiscalYear, code }) => `${fiscalYear} ${code}`,
      about: ({ fiscalYear, code, name }) => `${fiscalYearLabel(fiscalYear)} ${code} ${name}`,
      problemOf: (line) =>
        problemOfYear(line.fiscalYear) ??
        (departments.has(line.departmentCode)
          ? null
          : `所属コード「${line.departmentCode}」の所属がありません`) ??
        predecessorProblem(line, codesBefore, continued),
      ended: (line) => (line.inScope === 1 ? { ...line, inScope: 0, excludedReason: '一覧にない' } : null),
    }
  },
  async write(ctx, lines) {
    const codes = await measureCodes(ctx)
    for (const year of yearsOf(lines)) {
      const ofYear = lines.filter(({ fiscalYear }) => fiscalYear === year)
      await importProjects(
        ctx,
        year,
        ofYear.map(({ fiscalYear: _year, ...line }) => ({
          ...line,
          measureCode: codes.get(line.measureName ?? '') ?? null,
        })),
      )
    }
  },
  remove: removeProjectYears,
}

function yearsOf(lines: readonly Partial<ProjectCells>[]): number[] {
  return [...new Set(lines.flatMap(({ fiscalYear }) => fiscalYear ?? []))].sort((one, other) => one - other)
}

async function yearProblems(db: Db): Promise<(fiscalYear: number) => string | null> {
  const rows = await db.selectFrom('fiscalYears').select(['fiscalYear', 'closedAt']).execute()
  const years = new Map(rows.map(({ fiscalYear, closedAt }) => [fiscalYear, closedAt]))
  return (fiscalYear) => {
    if (!years.has(fiscalYear)) return `${fiscalYearLabel(fiscalYear)}はまだ開いていません`
    return years.get(fiscalYear) ? `${fiscalYearLabel(fiscalYear)}は確定していて、変えられません` : null
  }
}

/** A project of the year before goes on as one project only; what else came of it is for the list of successors. */
function predecessorProblem(
  { fiscalYear, code, predecessorCode }: ProjectCells,
  codesBefore: ReadonlySet<string>,
  continued: Map<string, string>,
): string | null {
  if (predecessorCode !== null && !codesBefore.has(`${fiscalYear} ${predecessorCode}`)) {
    return `前年度のコード「${predecessorCode}」の事務事業がありません`
  }
  const origin = `${fiscalYear} ${predecessorCode ?? code}`
  const other = continued.get(origin)
  if (other !== undefined) return `「${other}」も、前年度の同じ事務事業を引き継いでいます`
  continued.set(origin, code)
  return null
}

async function measureCodes(ctx: Ctx): Promise<Map<string, string>> {
  const rows = await ctx.tx.selectFrom('measures').select(['name', 'code']).execute()
  return new Map(rows.map(({ name, code }) => [name, code]))
}
