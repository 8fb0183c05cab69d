import { addDays, type Day } from '../../calendar'
import {
  listAppointmentLines,
  listDepartmentLines,
  listPersonLines,
  listPostLines,
} from '../../organisation/all-lines.server'
import { importAppointments } from '../../organisation/appointments.server'
import type { DepartmentLine } from '../../organisation/departments.server'
import { removeAppointments } from '../../organisation/removal.server'
import { disorderOf, goesOn, type Importer } from '../importer'
import type { AppointmentCells } from '../lists/appointments'
import { appointmentColumns } from '../lists/appointments'

/**
 * 発令. An appointment that the file no longer has ends with the day before the person's new main one, else today. One that
 * is still to come, such as by going along in a 組織改正, goes where the file says that the person is elsewhere on that day.
 */
export const appointments: Importer<AppointmentCells> = {
  list: listAppointmentLines,
  async load(db, lines, today) {
    const people = new Map((await listPersonLines(db)).map((line) => [line.employeeNumber, line.name]))
    const departments = new Map((await listDepartmentLines(db)).map((line) => [line.code, line]))
    const posts = new Map((await listPostLines(db)).map(({ code, name }) => [code, name]))
    const mains = mainDays(lines)
    const leavings = lastDays(lines)
    const isOverruled = ({ employeeNumber, kind, validFrom }: AppointmentCells) =>
      kind === 'main' &&
      validFrom > today &&
      ((mains.get(employeeNumber) ?? []).includes(validFrom) ||
        (leavings.get(employeeNumber) ?? []).includes(addDays(validFrom, -1)))
    const overlapOf = overlaps()
    return {
      lines: await listAppointmentLines(db),
      keyOf: ({ employeeNumber, departmentCode, postCode, kind, validFrom }) =>
        [employeeNumber, departmentCode, postCode, kind, validFrom].join(' '),
      about: (line) => {
        const place = departments.get(line.departmentCode)?.name ?? line.departmentCode
        const post = posts.get(line.postCode) ?? line.postCode
        const kind = appointmentColumns.kind.write(line.kind)
        return `${line.employeeNumber} ${people.get(line.employeeNumber) ?? ''}　${place} ${post}（${kind}）`
      },
      problemOf: (line) =>
        (people.has(line.employeeNumber) ? null : `職員番号「${line.employeeNumber}」の職員がいません`) ??
        departmentProblem(departments.get(line.departmentCode), line) ??
        (posts.has(line.postCode) ? null : `職位コード「${line.postCode}」がありません`) ??
        disorderOf(line, '発令日', '終了日') ??
        overlapOf(line),
      ended: (line) => {
        if (goesOn(line, today)) return { ...line, validTo: lastDayOf(line, mains, today) }
        return isOverruled(line) ? line : null
      },
      endedInWords: ({ validFrom }) =>
        validFrom > today
          ? `${validFrom}からの発令を取り消します。ファイルでは、前の日に終わるか、同じ日に別の本務が始まります`
          : null,
    }
  },
  write: (ctx, lines) => importAppointments(ctx, lines),
  async end(ctx, lines) {
    await removeAppointments(
      ctx,
      lines.filter(({ validFrom }) => validFrom > ctx.today),
    )
    const ending = lines.filter(({ validFrom }) => validFrom <= ctx.today)
    if (ending.length > 0) await importAppointments(ctx, ending)
  },
  takeBackEnd: (ctx, lines) => importAppointments(ctx, lines),
  remove: removeAppointments,
  personOf: ({ employeeNumber }) => employeeNumber,
}

function departmentProblem(
  department: DepartmentLine | undefined,
  { departmentCode, validFrom }: AppointmentCells,
): string | null {
  if (!department) return `所属コード「${departmentCode}」の所属がありません`
  if (validFrom < department.validFrom)
    return `${department.name}は${department.validFrom}に設置された所属です`
  if (department.validTo !== null && validFrom > department.validTo) {
    return `${department.name}は${department.validTo}に廃止された所属です`
  }
  return null
}

/** The first days of the main appointments that the file has, by person. */
function mainDays(lines: readonly Partial<AppointmentCells>[]): Map<string, Day[]> {
  const days = new Map<string, Day[]>()
  for (const { employeeNumber = '', kind, validFrom } of lines) {
    if (kind !== 'main' || validFrom === undefined) continue
    days.set(employeeNumber, [...(days.get(employeeNumber) ?? []), validFrom])
  }
  return days
}

/** The last days that the file says, by person. */
function lastDays(lines: readonly Partial<AppointmentCells>[]): Map<string, Day[]> {
  const days = new Map<string, Day[]>()
  for (const { employeeNumber = '', validTo } of lines) {
    if (validTo) days.set(employeeNumber, [...(days.get(employeeNumber) ?? []), validTo])
  }
  return days
}

function lastDayOf(line: AppointmentCells, mains: ReadonlyMap<string, Day[]>, today: Day): Day {
  const next = (mains.get(line.employeeNumber) ?? []).filter((day) => day > line.validFrom).toSorted()[0]
  return next !== undefined && next <= today ? addDays(next, -1) : today
}

/** Two main appointments of one person at the same time cannot be meant; the second line in the file is told so. */
function overlaps(): (line: AppointmentCells) => string | null {
  const seen = new Map<string, AppointmentCells[]>()
  return (line) => {
    if (line.kind !== 'main') return null
    const earlier = seen.get(line.employeeNumber) ?? []
    seen.set(line.employeeNumber, [...earlier, line])
    const other = earlier.find((one) => startsWithin(line, one) || startsWithin(one, line))
    return other ? `本務が重なっています（${other.validFrom}からの${other.departmentCode}）` : null
  }
}

function startsWithin(one: AppointmentCells, other: AppointmentCells): boolean {
  return one.validFrom >= other.validFrom && (other.validTo === null || one.validFrom <= other.validTo)
}
