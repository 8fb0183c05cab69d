import { describe, expect, it } from 'vitest'
import {
  belongsToAnswer,
  type ConsiderationText,
  missingInAnswer,
  withoutOtherAnswers,
} from './consideration'
import { readableText } from './consideration-view'
import { type Stance, stances } from './decision'

const empty: ConsiderationText = {
  stance: null,
  grounds: '',
  part: '',
  conditions: '',
  trial: '',
  alternative: '',
  reasonCode: null,
  possibleWhen: '',
  plannedOn: null,
  owner: '',
  costYen: null,
  expectedEffect: '',
  laws: '',
  consulted: '',
  reference: '',
  wordToProposer: '',
}

const everything: ConsiderationText = {
  stance: 'do',
  grounds: '窓口の列を短くでき、来庁者の負担が減るため、実施します。',
  part: '番号札だけ',
  conditions: '予算が付くこと',
  trial: '1か月試す',
  alternative: '案内係を置く',
  reasonCode: 'budget',
  possibleWhen: '来年度の予算が付けば',
  plannedOn: '2026-12-01',
  owner: '窓口係',
  costYen: 50_000,
  expectedEffect: '列が短くなる',
  laws: '文書管理規程',
  consulted: '財政課',
  reference: '令和7年度から実施',
  wordToProposer: 'ありがとうございます',
}

const year = { minimumGroundsLength: 20 }
const missing = (text: Partial<ConsiderationText>) =>
  missingInAnswer({ ...empty, ...text }, year).map(({ field }) => field)

describe('an answer needs', () => {
  it('a stance and its grounds', () => {
    expect(missing({})).toEqual(['stance', 'grounds'])
  })

  it.each<[Stance, string[]]>([
    ['do', ['plannedOn', 'owner']],
    ['partly', ['part']],
    ['conditional', ['conditions']],
    ['trial', ['trial']],
    ['study', ['plannedOn', 'owner']],
    ['alternative', ['alternative']],
    ['difficult', ['reasonCode', 'possibleWhen']],
    ['alreadyDone', ['reference']],
  ])('for %s its grounds and %j', (stance, fields) => {
    expect(missing({ stance })).toEqual(['grounds', ...fields])
  })

  it.each(stances)('nothing more for a complete %s', (stance) => {
    expect(missing({ ...everything, stance })).toEqual([])
  })

  it('for a “not now” grounds of the length that the year asks for', () => {
    const short = { ...everything, stance: 'difficult' as const, grounds: '予算がないため。' }
    expect(missingInAnswer(short, year)).toEqual([
      {
        field: 'grounds',
        message: '現時点では困難なときは、理由を20字以上で入力してください（今8字です）',
      },
    ])
    expect(missingInAnswer(short, { minimumGroundsLength: 8 })).toEqual([])
    expect(missingInAnswer({ ...short, stance: 'do' }, year)).toEqual([])
  })

  it('counts a character outside the basic plane as one', () => {
    const grounds = '𠮷'.repeat(19)
    expect(missing({ ...everything, stance: 'difficult', grounds })).toEqual(['grounds'])
    expect(missing({ ...everything, stance: 'difficult', grounds: `${grounds}𠮷` })).toEqual([])
  })
})

describe('what was typed for another answer', () => {
  it('is left out of the one that is given', () => {
    const text = withoutOtherAnswers({ ...everything, stance: 'difficult' })
    expect(text).toMatchObject({ reasonCode: 'budget', possibleWhen: '来年度の予算が付けば' })
    expect(text).toMatchObject({ part: '', trial: '', plannedOn: null, owner: '', reference: '' })
    expect(text).toMatchObject({
      costYen: 50_000,
      laws: '文書管理規程',
      wordToProposer: 'ありがとうございます',
    })
  })

  it('stays in a draft without a stance', () => {
    expect(withoutOtherAnswers({ ...everything, stance: null })).toEqual({ ...everything, stance: null })
  })

  it('asks for a day and an owner only where something is going to happen', () => {
    expect(stances.filter((stance) => belongsToAnswer('plannedOn', stance))).toEqual([
      'do',
      'partly',
      'conditional',
      'trial',
      'study',
      'alternative',
    ])
  })
})

describe('an answer is read', () => {
  it('in full by those who prepare the decision', () => {
    expect(readableText(everything, { isReviewer: true, isAuthor: false })).toEqual(everything)
  })

  it('by the proposer without what is for the reviewers', () => {
    const text = readableText(everything, { isReviewer: false, isAuthor: true })
    expect(text).toMatchObject({ owner: '', costYen: null, laws: '', consulted: '' })
    expect(text.wordToProposer).toBe('ありがとうございます')
  })

  it('by everybody else without the word to the proposer', () => {
    const text = readableText(everything, { isReviewer: false, isAuthor: false })
    expect(text.wordToProposer).toBe('')
    expect(text.grounds).toBe(everything.grounds)
  })
})
