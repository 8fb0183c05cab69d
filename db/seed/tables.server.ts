import { parse } from 'csv-parse/sync'
import appointments from './town/appointments.csv?raw'
import departmentSuccessors from './town/departmentSuccessors.csv?raw'
import departments from './town/departments.csv?raw'
import people from './town/people.csv?raw'
import policies from './town/policies.csv?raw'
import posts from './town/posts.csv?raw'
import practices from './town/practices.csv?raw'
import projectSuccessors from './town/projectSuccessors.csv?raw'
import projects from './town/projects.csv?raw'
import proposals from './town/proposals.csv?raw'
import seats from './town/seats.csv?raw'

/* The files travel inside the bundle, so that a built server finds them wherever it runs. Columns: town/README.md. */

const columns = {
  departments: ['code', 'name', 'parentCode', 'kind', 'validFrom', 'validTo'],
  departmentSuccessors: ['fromCode', 'toCode', 'effectiveOn', 'kind'],
  posts: ['code', 'name', 'rank', 'isHead'],
  people: ['employeeNumber', 'name', 'kana', 'email', 'employmentType'],
  appointments: ['employeeNumber', 'departmentCode', 'postCode', 'kind', 'validFrom', 'validTo'],
  seats: ['body', 'employeeNumber', 'role', 'validFrom', 'validTo'],
  policies: ['code', 'level', 'name', 'parentCode'],
  projects: [
    ...(['fiscalYear', 'code', 'name', 'departmentCode', 'policyMeasure', 'inScope'] as const),
    ...(['excludedReason', 'predecessorCode'] as const),
  ],
  projectSuccessors: ['fromFiscalYear', 'fromCode', 'toFiscalYear', 'toCode', 'kind'],
  practices: [
    ...(['ref', 'fiscalYear', 'reporterEmployeeNumber', 'coReporterEmployeeNumbers', 'title'] as const),
    ...(['before', 'after', 'effectTags', 'minutesSavedPerYear', 'yenSavedPerYear', 'recurring'] as const),
    ...(['ictKind', 'implementedOn', 'projectCodes', 'confirmedByHead', 'headComment'] as const),
  ],
  proposals: [
    ...(['ref', 'fiscalYear', 'themeTitle', 'proposerEmployeeNumber', 'groupName'] as const),
    ...(['coProposerEmployeeNumbers', 'title', 'currentSituation', 'proposal', 'expectedEffect'] as const),
    ...(['cost', 'targetDepartmentCodes', 'projectCodes', 'submittedAt', 'anonymousReview'] as const),
    ...(['intake', 'intakeReason', 'mergedIntoRef', 'considerations', 'committeeDecision'] as const),
    ...(['decisionReason', 'decidedOn', 'directive', 'implementedOn', 'actualMinutesPerYear'] as const),
    'actualYenPerYear',
  ],
} as const

type Table = keyof typeof columns
export type Line<Name extends Table> = Readonly<Record<(typeof columns)[Name][number], string>>
export type Tables = { readonly [Name in Table]: readonly Line<Name>[] }

export function readTables(): Tables {
  return {
    departments: read('departments', departments),
    departmentSuccessors: read('departmentSuccessors', departmentSuccessors),
    posts: read('posts', posts),
    people: read('people', people),
    appointments: read('appointments', appointments),
    seats: read('seats', seats),
    policies: read('policies', policies),
    projects: read('projects', projects),
    projectSuccessors: read('projectSuccessors', projectSuccessors),
    practices: read('practices', practices),
    proposals: read('proposals', proposals),
  }
}

/** Throws when a file lacks a column that the loader reads. */
function read<Name extends Table>(name: Name, text: string): Line<Name>[] {
  const lines = parse<Line<Name>>(text.replaceAll('\r\n', '\n'), { columns: true, bom: true })
  const missing = columns[name].filter((column) => !(column in (lines[0] ?? {})))
  if (missing.length > 0) throw new Error(`${name}.csv lacks ${missing.join(', ')}`)
  return lines
}

/** Several values in one cell. */
export function listed(cell: string): string[] {
  return cell === '' ? [] : cell.split(';')
}

export function orNull(cell: string): string | null {
  return cell === '' ? null : cell
}

export function numberOrNull(cell: string): number | null {
  return cell === '' ? null : Number(cell)
}

export function flag(cell: string): 0 | 1 {
  return cell === '1' ? 1 : 0
}
