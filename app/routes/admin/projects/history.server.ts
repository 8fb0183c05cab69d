import type { Db } from '#app/domain/context'
import { listAuditLines } from '#app/domain/events/audit.server'
import type { DomainEvent } from '#app/domain/events/event'
import { listDepartmentsByIds } from '#app/domain/organisation/lookup.server'
import { type ProjectText, projectTextLabels } from '#app/domain/projects/project-text'

/** Of all 事務事業 together; some are put right every spring. */
const looked = 500

type Changed = Extract<DomainEvent, { kind: 'project.changed' }>
type Value = string | number | null | undefined

/** What was put right about one 事務事業 of a year, with what stood there before. Two statements and one for names. */
export async function listProjectChanges(db: Db, projectYearId: number, today: string) {
  const lines = await listAuditLines(db, { kinds: ['project.changed'] }, { limit: looked })
  const own = lines.flatMap(({ event, ...line }) =>
    event.kind === 'project.changed' && event.projectYearId === projectYearId ? [{ ...line, event }] : [],
  )
  const ids = own.flatMap(({ event }) =>
    [event.before['departmentId'], event.after['departmentId']].filter((id) => typeof id === 'number'),
  )
  const names = new Map(
    (await listDepartmentsByIds(db, [...new Set(ids)], today)).map((one) => [one.id, one.name]),
  )
  return own.map(({ seq, at, by, event }) => ({ seq, at, by, text: sentence(event, names) }))
}

function sentence({ before, after }: Changed, names: ReadonlyMap<number, string>): string {
  return (Object.keys(after) as (keyof ProjectText)[])
    .map(
      (name) =>
        `${projectTextLabels[name]}：${worded(name, before[name], names)} → ${worded(name, after[name], names)}`,
    )
    .join('、')
}

function worded(name: keyof ProjectText, value: Value, names: ReadonlyMap<number, string>): string {
  if (name === 'inScope') return value === 1 ? '対象' : '対象外'
  if (name === 'departmentId') return names.get(Number(value)) ?? '（空欄）'
  if (name === 'predecessorCode') return value === null ? 'なし（新しい事務事業）' : String(value)
  return value === null || value === undefined || value === '' ? '（空欄）' : String(value)
}
