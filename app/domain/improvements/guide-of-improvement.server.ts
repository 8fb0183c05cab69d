import { type Nested, rowsOf } from '../nested.server'

/** Of an improvement's row, joined to its report, its guide and who wrote that. */
export const guideColumns = [
  ...(['reports.reporterId', 'copyingGuides.steps', 'copyingGuides.contact'] as const),
  ...([
    'copyingGuides.cautions',
    'copyingGuides.writtenAt as guidedAt',
    'guiders.name as guiderName',
  ] as const),
] as const

interface Columns {
  readonly reporterId: number | null
  readonly steps: string | null
  readonly contact: string | null
  readonly cautions: string | null
  readonly guidedAt: string | null
  readonly guiderName: string | null
  /** See `departmentsOf`. */
  readonly departments: Nested<{ id: number }>
}

/** まねするときに apart from the rest: who may write it, and what stands there unless that is nothing. */
export function withoutGuide<Row extends Columns>(row: Row) {
  const { steps, contact, cautions, guidedAt, guiderName, reporterId, departments, ...others } = row
  const text = { steps: steps ?? '', contact: contact ?? '', cautions: cautions ?? '' }
  const isWritten = guidedAt !== null && Object.values(text).some((part) => part !== '')
  return {
    others,
    guideFacts: { reporterId, departmentIds: rowsOf(departments).map(({ id }) => id) },
    guide: isWritten ? { ...text, writtenAt: guidedAt, writtenBy: guiderName ?? '' } : null,
  }
}
