import { listPersonLines, listSeatLines } from '../../organisation/all-lines.server'
import { removeSeats } from '../../organisation/removal.server'
import { bodyNames, seatRoleNames } from '../../organisation/seat'
import { importSeats } from '../../organisation/seats.server'
import { disorderOf, goesOn, type Importer } from '../importer'
import type { SeatCells } from '../lists/seats'

export const seats: Importer<SeatCells> = {
  list: listSeatLines,
  async load(db, _lines, today) {
    const people = new Map((await listPersonLines(db)).map((line) => [line.employeeNumber, line.name]))
    return {
      lines: await listSeatLines(db),
      keyOf: ({ body, employeeNumber, role, validFrom }) => [body, employeeNumber, role, validFrom].join(' '),
      about: ({ body, role, employeeNumber }) =>
        `${bodyNames[body]} ${seatRoleNames[role]}　${employeeNumber} ${people.get(employeeNumber) ?? ''}`,
      problemOf: (line) =>
        (people.has(line.employeeNumber) ? null : `職員番号「${line.employeeNumber}」の職員がいません`) ??
        disorderOf(line, '任期の初日', '任期の末日'),
      ended: (line) => (goesOn(line, today) ? { ...line, validTo: today } : null),
    }
  },
  write: importSeats,
  remove: removeSeats,
  personOf: ({ employeeNumber }) => employeeNumber,
}
