import { choiceColumn, codeColumn, type Columns, dayColumn, optionalDay } from '../column'

export interface AppointmentCells {
  employeeNumber: string
  departmentCode: string
  postCode: string
  kind: 'main' | 'concurrent' | 'acting'
  validFrom: string
  validTo: string | null
}

export const appointmentColumns: Columns<AppointmentCells> = {
  employeeNumber: codeColumn('職員番号', ['職員コード', '職員ID', '社員番号'], '001234'),
  departmentCode: codeColumn('所属コード', ['組織コード', '課コード', '所属'], '010100'),
  postCode: codeColumn('職位コード', ['職コード', '補職コード', '職位'], 'P31'),
  kind: choiceColumn(
    '発令の種類',
    ['種類', '区分', '発令区分'],
    [
      ['main', '本務', '主務'],
      ['concurrent', '兼務', '併任'],
      ['acting', '事務取扱', '代理', '事務代理'],
    ],
  ),
  validFrom: dayColumn('発令日', ['開始日', '異動日', '発令年月日'], '2026-04-01'),
  validTo: optionalDay('終了日', ['解除日', '終期'], '', 'その職にある最後の日。続いている発令は空欄'),
}
