import { z } from 'zod'
import {
  optionalChoice,
  optionalText,
  requiredChoice,
  requiredDay,
  requiredId,
  severalIds,
} from '../fields.server'
import { maximumItems } from './agenda.server'
import { sittingBodies } from './sitting'

const plan = {
  heldOn: requiredDay('会議の日'),
  startsAt: optionalText('開始の時刻', { max: 20 }),
  place: optionalText('場所', { max: 60 }),
}

export const SittingForm = z.object({ ...plan, body: requiredChoice('会議', sittingBodies) })

export const SittingChangeForm = z.object(plan)

export const AgendaForm = z.object({
  proposalIds: severalIds('議題にする提案', { min: 1, max: maximumItems }),
})

/** Onto which agenda a proposal goes. */
export const SittingChoiceForm = z.object({ sittingId: requiredId('会議') })

export const AttendanceForm = z.object({ personIds: severalIds('出席した委員', { min: 1, max: 99 }) })

const number = z.preprocess(
  (value) => (typeof value === 'string' ? value.normalize('NFKC').trim() : ''),
  z
    .string()
    .regex(/^\d{1,4}$/, '順番は数字で入力してください（例：3）')
    .transform(Number),
)

/** Numbers by item, and perhaps one of the arrows. */
export const OrderForm = z.object({
  order: z
    .array(z.object({ itemId: requiredId('議題'), number }))
    .max(maximumItems)
    .default([]),
  up: z.string().optional(),
  down: z.string().optional(),
})

export const MinutesForm = z.object({ minutes: optionalText('議事録', { max: 15_000 }) })

export const votes = ['for', 'against', 'abstained'] as const

export const agreementFields = {
  note: optionalText('審議の内容'),
  manner: requiredChoice('決め方', ['consensus', 'vote']),
  votes: z
    .array(z.object({ personId: requiredId('委員'), vote: requiredChoice('賛否', votes) }))
    .max(60)
    .default([]),
  castingVote: optionalChoice(['for', 'against']),
}
