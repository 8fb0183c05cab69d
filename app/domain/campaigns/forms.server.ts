import { z } from 'zod'
import {
  lengthOf,
  optionalDay,
  optionalId,
  optionalText,
  requiredDay,
  requiredId,
  requiredText,
  tick,
} from '../fields.server'

const mostThemes = 20
const longestTheme = 60

/** One on each line. */
const themes = optionalText('課題').transform((text, refinement) => {
  const lines = text.split('\n').map((line) => line.trim())
  const titles = [...new Set(lines.filter((line) => line !== ''))]
  const long = titles.find((title) => lengthOf(title) > longestTheme)
  if (long === undefined && titles.length <= mostThemes) return titles
  refinement.addIssue({
    code: 'custom',
    message: long
      ? `課題は1行${longestTheme}字以内で入力してください（「${long}」は${lengthOf(long)}字です）`
      : `課題は${mostThemes}件までです（今${titles.length}件です）`,
  })
  return z.NEVER
})

const campaign = {
  name: requiredText('募集の名前', { max: 60 }),
  opensOn: requiredDay('開始日'),
  closesOn: optionalDay('締切日'),
  departmentMayDecide: tick(),
  themes,
}

export const CampaignForm = z.object(campaign)

export const NewCampaignForm = z.object({
  fiscalYear: requiredId('年度'),
  ...campaign,
  rubricFromId: optionalId('採点表'),
})
