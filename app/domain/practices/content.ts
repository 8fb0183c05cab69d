import type { Day } from '../calendar'
import type { EffectTag, IctKind } from '../effects'

/** What the authors write, as one form holds it. */
export interface PracticeContent {
  readonly title: string
  readonly before: string
  readonly change: string
  readonly effectTags: readonly EffectTag[]
  readonly minutesPerYear: number | null
  readonly yenPerYear: number | null
  readonly calculationBasis: string
  /** The effect comes back every year; otherwise it was there once. */
  readonly recurring: 0 | 1
  readonly ictKind: IctKind | null
  readonly implementedOn: Day | null
  /** 「分からない」: whoever confirms picks the project. */
  readonly projectUnknown: 0 | 1
  /** In the order of naming, without the reporter. */
  readonly memberIds: readonly number[]
  readonly projectIds: readonly number[]
}

export const emptyContent: PracticeContent = {
  title: '',
  before: '',
  change: '',
  effectTags: [],
  minutesPerYear: null,
  yenPerYear: null,
  calculationBasis: '',
  recurring: 1,
  ictKind: null,
  implementedOn: null,
  projectUnknown: 0,
  memberIds: [],
  projectIds: [],
}

export interface Missing {
  readonly field: keyof PracticeContent
  readonly message: string
}

/** What must still be filled in or put right before it may be reported that day; a draft may lack anything. */
export function missingIn(content: PracticeContent, year: { titleLength: number }, today: Day): Missing[] {
  const missing: Missing[] = []
  const insistOn = (right: boolean, field: Missing['field'], message: string) => {
    if (!right) missing.push({ field, message })
  }
  const titleLength = [...content.title].length
  insistOn(content.title !== '', 'title', '改善の名前を入力してください')
  insistOn(
    titleLength <= year.titleLength,
    'title',
    `改善の名前は${year.titleLength}字以内で入力してください（今${titleLength}字です）`,
  )
  const picked = content.projectIds.length > 0
  insistOn(picked || content.projectUnknown === 1, 'projectIds', '対象の事務事業を選んでください')
  insistOn(
    !picked || content.projectUnknown === 0,
    'projectIds',
    '事務事業を選ぶか、「分からない」だけを選んでください',
  )
  insistOn(content.change !== '', 'change', '変えたことを入力してください')
  insistOn(content.implementedOn !== null, 'implementedOn', 'いつからを入力してください')
  insistOn(
    (content.implementedOn ?? today) <= today,
    'implementedOn',
    'いつからは、今日までの日を入力してください。これからの改善は「提案を書く」から提案できます',
  )
  return missing
}

/** Two saves of the same text are one: a double click is no conflict. */
export function isSameContent(one: PracticeContent, other: PracticeContent): boolean {
  return JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other))
}

function inOrder(content: PracticeContent) {
  return Object.entries({
    ...content,
    projectIds: [...content.projectIds].sort((a, b) => a - b),
    effectTags: [...content.effectTags].sort(),
  }).sort(([a], [b]) => (a < b ? -1 : 1))
}
