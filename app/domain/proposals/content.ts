import type { EffectTag } from '../effects'
import type { NameDisclosure, Willingness } from './proposal'

/** What the authors write, as one form holds it. */
export interface ProposalContent {
  readonly themeId: number | null
  readonly title: string
  readonly currentSituation: string
  readonly proposal: string
  readonly concerns: string
  readonly expectedEffect: string
  readonly cost: string
  readonly effectTags: readonly EffectTag[]
  readonly minutesPerYear: number | null
  readonly yenPerYear: number | null
  readonly groupName: string | null
  readonly nameDisclosure: NameDisclosure
  readonly willingness: Willingness
  /** In the order of naming, without the lead author. */
  readonly coAuthorIds: readonly number[]
  readonly projectIds: readonly number[]
  readonly targetIds: readonly number[]
}

export const emptyContent: ProposalContent = {
  themeId: null,
  title: '',
  currentSituation: '',
  proposal: '',
  concerns: '',
  expectedEffect: '',
  cost: '',
  effectTags: [],
  minutesPerYear: null,
  yenPerYear: null,
  groupName: null,
  nameDisclosure: 'hiddenDuringReview',
  willingness: 'together',
  coAuthorIds: [],
  projectIds: [],
  targetIds: [],
}

export interface Missing {
  readonly field: keyof ProposalContent
  readonly message: string
}

/** What must still be filled in before a proposal may be submitted; a draft may lack anything. */
export function missingIn(content: ProposalContent): Missing[] {
  const missing: Missing[] = []
  const insistOn = (filled: boolean, field: Missing['field'], message: string) => {
    if (!filled) missing.push({ field, message })
  }
  insistOn(content.title !== '', 'title', '提案の名前を入力してください')
  insistOn(content.currentSituation !== '', 'currentSituation', '今どうなっているかを入力してください')
  insistOn(
    content.projectIds.length + content.targetIds.length > 0,
    'targetIds',
    '対象の課か事務事業を選んでください',
  )
  insistOn(content.proposal !== '', 'proposal', 'どう変えるかを入力してください')
  insistOn(
    content.groupName === null || content.coAuthorIds.length > 0,
    'coAuthorIds',
    'グループで提案するときは、メンバーを1人以上選んでください',
  )
  return missing
}

/** Two saves of the same text are one: a double click is no conflict. */
export function isSameContent(one: ProposalContent, other: ProposalContent): boolean {
  return JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other))
}

function inOrder(content: ProposalContent) {
  const ascending = (ids: readonly number[]) => [...ids].sort((a, b) => a - b)
  return Object.entries({
    ...content,
    projectIds: ascending(content.projectIds),
    targetIds: ascending(content.targetIds),
    effectTags: [...content.effectTags].sort(),
  }).sort(([a], [b]) => (a < b ? -1 : 1))
}
