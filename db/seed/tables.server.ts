import { parse } from 'csv-parse/sync'
import type { Files } from '#app/domain/transfer/organisation.server'
import appointments from './town/appointments.csv?raw'
import campaigns from './town/campaigns.csv?raw'
import departmentSuccessors from './town/departmentSuccessors.csv?raw'
import departments from './town/departments.csv?raw'
import fiscalYears from './town/fiscalYears.csv?raw'
import people from './town/people.csv?raw'
import policies from './town/policies.csv?raw'
import posts from './town/posts.csv?raw'
import practices from './town/practices.csv?raw'
import projectSuccessors from './town/projectSuccessors.csv?raw'
import projects from './town/projects.csv?raw'
import proposals from './town/proposals.csv?raw'
import reasonCodes from './town/reasonCodes.csv?raw'
import seats from './town/seats.csv?raw'

/* The files travel inside the bundle, so that a built server finds them wherever it runs. Columns: town/README.md. */

const practiceColumns = [
  ...(['ref', 'fiscalYear', 'reporterEmployeeNumber', 'coReporterEmployeeNumbers', 'title'] as const),
  ...(['before', 'after', 'effectTags', 'minutesSavedPerYear', 'yenSavedPerYear', 'recurring'] as const),
  ...(['ictKind', 'implementedOn', 'projectCodes', 'confirmedByHead', 'headComment'] as const),
] as const

const proposalColumns = [
  ...(['ref', 'fiscalYear', 'themeTitle', 'proposerEmployeeNumber', 'groupName'] as const),
  ...(['coProposerEmployeeNumbers', 'title', 'currentSituation', 'proposal', 'expectedEffect'] as const),
  ...(['cost', 'targetDepartmentCodes', 'projectCodes', 'submittedAt', 'anonymousReview'] as const),
  ...(['intake', 'intakeReason', 'mergedIntoRef', 'considerations', 'committeeDecision'] as const),
  ...(['decisionReason', 'decidedOn', 'directive', 'implementedOn', 'actualMinutesPerYear'] as const),
  'actualYenPerYear',
] as const

export type PracticeLine = Readonly<Record<(typeof practiceColumns)[number], string>>
export type ProposalLine = Readonly<Record<(typeof proposalColumns)[number], string>>

export interface Tables {
  /** As a city hall brings them in. */
  readonly organisation: Files
  readonly practices: readonly PracticeLine[]
  readonly proposals: readonly ProposalLine[]
}

export function readTables(): Tables {
  return {
    organisation: {
      ...{ departments, departmentSuccessors, posts, people, appointments, seats, reasonCodes },
      ...{ fiscalYears, policies, projects, projectSuccessors, campaigns },
    },
    practices: read('practices', practices, practiceColumns),
    proposals: read('proposals', proposals, proposalColumns),
  }
}

/** Throws when a file lacks a column that the loader reads. */
function read<const Columns extends readonly string[]>(name: string, text: string, columns: Columns) {
  const lines = parse<Record<Columns[number], string>>(text.replaceAll('\r\n', '\n'), { columns: true })
  const missing = columns.filter((column) => !(column in (lines[0] ?? {})))
  if (missing.length > 0) throw new Error(`${name}.csv lacks ${missing.join(', ')}`)
  return lines
}
