import { listDepartmentLines } from '../../organisation/all-lines.server'
import { importDepartments } from '../../organisation/departments.server'
import { removeDepartments } from '../../organisation/removal.server'
import { disorderOf, goesOn, type Importer } from '../importer'
import type { DepartmentCells } from '../lists/departments'

export const departments: Importer<DepartmentCells> = {
  list: listDepartmentLines,
  async load(db, lines, today) {
    const known = await listDepartmentLines(db)
    const bureaus = new Set(
      [...known, ...lines].filter(({ kind }) => kind === 'bureau').map(({ code }) => code ?? ''),
    )
    return {
      lines: known,
      keyOf: ({ code }) => code,
      about: ({ code, name }) => `${code} ${name}`,
      problemOf: (line) => parentProblem(line, bureaus) ?? disorderOf(line, '設置日', '廃止日'),
      ended: (line) => (goesOn(line, today) ? { ...line, validTo: today } : null),
    }
  },
  write: (ctx, lines) => importDepartments(ctx, lines),
  remove: removeDepartments,
}

function parentProblem({ kind, parentCode }: DepartmentCells, bureaus: ReadonlySet<string>): string | null {
  if (kind === 'bureau') return parentCode === null ? null : '部には、上の所属コードを書きません'
  if (parentCode === null) return '課には、上の所属コード（部）が必要です'
  return bureaus.has(parentCode) ? null : `上の所属コード「${parentCode}」の部がありません`
}
