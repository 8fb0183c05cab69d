import { bodies, bodyNames, type Body, type SeatRole, seatRoleNames } from '../../organisation/seat'
import { choiceColumn, codeColumn, type Columns, dayColumn, optionalDay } from '../column'

export interface SeatCells {
  body: Body
  employeeNumber: string
  role: SeatRole
  validFrom: string
  validTo: string | null
}

const roles: readonly SeatRole[] = ['chair', 'viceChair', 'member', 'clerk']

export const seatColumns: Columns<SeatCells> = {
  body: choiceColumn(
    '会議体',
    ['委員会', '会議', '組織'],
    bodies.map((body) => [body, bodyNames[body]] as const),
  ),
  employeeNumber: codeColumn('職員番号', ['職員コード', '職員ID', '社員番号'], '001234'),
  role: choiceColumn(
    '役割',
    ['役職', '役'],
    roles.map((role) => [role, seatRoleNames[role]] as const),
  ),
  validFrom: dayColumn('任期の初日', ['開始日', '就任日'], '2026-04-01'),
  validTo: optionalDay('任期の末日', ['終了日', '退任日'], '2027-03-31'),
}
