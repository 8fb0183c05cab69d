import { z } from 'zod'
import { requiredChoice, requiredText, severalIds } from '../fields.server'
import { memoLimits, sharings } from './memo'

export const MemoForm = z.object({ text: requiredText('気づいたこと', { max: memoLimits.text }) })

export const SharingForm = z.object({ sharing: requiredChoice('共有する相手', sharings) })

export const GrowthForm = z.object({
  into: requiredChoice('何にするか', ['practice', 'proposal']),
  companionIds: severalIds('いっしょに取り組む人', { max: 50 }),
})
