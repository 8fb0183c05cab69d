import { z } from 'zod'
import {
  optionalDay,
  optionalId,
  optionalNumber,
  optionalText,
  requiredDay,
  requiredId,
  requiredText,
} from '../fields.server'
import { shares } from './quorum-rule'
import { bodies } from './seat'

const kinds = ['main', 'concurrent', 'acting'] as const
const roles = ['chair', 'viceChair', 'member', 'clerk'] as const

export const AppointmentForm = z.object({
  departmentId: requiredId('所属'),
  postId: requiredId('職位'),
  kind: z.enum(kinds, { error: '発令の種類を選んでください' }),
  validFrom: requiredDay('発令日'),
  validTo: optionalDay('終わりの日'),
})

export const SeatForm = z.object({
  body: z.enum(bodies, { error: '会議体を選んでください' }),
  role: z.enum(roles, { error: '役割を選んでください' }),
  validFrom: requiredDay('任期の初日'),
  validTo: optionalDay('任期の末日'),
})

export const DelegationForm = z.object({
  delegateId: requiredId('代理の人'),
  validFrom: requiredDay('始まりの日'),
  validTo: requiredDay('最後の日'),
})

export const QuorumForm = z.object({
  seats: optionalNumber('定数', { max: 1_000, example: '15' }),
  share: z.enum(shares, { error: '定足数を選んでください' }),
  validFrom: requiredDay('始まりの日'),
})

export const ReasonForm = z.object({ label: requiredText('理由の名前', { max: 40 }) })

export const DirectionForm = z.object({ direction: z.enum(['up', 'down']) })

export const LastDayForm = z.object({ lastDay: requiredDay('最後の日') })

const department = {
  name: requiredText('所属の名前', { max: 100 }),
  parentId: optionalId('部'),
}

export const DepartmentForm = z.object(department)

export const NewDepartmentForm = z.object({
  ...department,
  code: requiredText('所属コード', { max: 20 }).transform((text) => text.normalize('NFKC')),
  kind: z.enum(['bureau', 'section'], { error: '種類を選んでください' }),
  validFrom: requiredDay('初日'),
})

const person = {
  name: requiredText('氏名', { max: 100 }),
  kana: optionalText('かな', { max: 100 }),
  email: optionalText('メール', { max: 200 }).transform((text) => (text === '' ? null : text)),
  employmentType: z.enum(['regular', 'fiscalYear'], { error: '職の区分を選んでください' }),
}

export const PersonForm = z.object(person)

export const NewPersonForm = z.object({
  ...person,
  employeeNumber: requiredText('職員番号', { max: 20 }).transform((text) => text.normalize('NFKC')),
})
