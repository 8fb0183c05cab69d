/** 採点表: criteria, weights and what each mark means. Data of a campaign, since cities differ (審査基準 in their 規程). */
export interface Rubric {
  readonly criteria: readonly Criterion[]
  /** With fewer scorers a mean is shown with a word of caution. */
  readonly minimumScorers: number
  /** Points out of 100 from which the scores suggest 「採用」, or else 「育てる」; null to suggest nothing. */
  readonly adoptFrom: number | null
  readonly studyFrom: number | null
  /** How many of the best are marked as within the cut; null for no cut. */
  readonly cutAfter: number | null
  readonly tieBreak: TieBreak
}

export interface Criterion {
  readonly name: string
  readonly weight: number
  /** What 1 to 5 mean, the lowest first. */
  readonly meanings: readonly string[]
}

export const tieBreaks = ['shared', 'narrower', 'earlier'] as const
export type TieBreak = (typeof tieBreaks)[number]

export const tieBreakLabels: Readonly<Record<TieBreak, string>> = {
  shared: '同じ順位にする',
  narrower: '点数の開きの小さいほうを上にする',
  earlier: '受付の早いほうを上にする',
}

export const marks = [1, 2, 3, 4, 5] as const
export const fullWeight = 100
export const maximumCriteria = 10

/** What a campaign is judged by where the city has written nothing else. */
export const defaultRubric: Rubric = {
  criteria: [
    {
      name: '効果',
      weight: 30,
      meanings: [
        '効果が見込めない',
        '一部の人に限られる',
        '課の仕事が改善する',
        '複数の課や多くの市民に及ぶ',
        '全庁・全市に大きく及ぶ',
      ],
    },
    {
      name: '実現性',
      weight: 20,
      meanings: [
        '実現が難しい',
        '大きな条件が残る',
        '条件を整えればできる',
        '少しの準備でできる',
        'すぐに始められる',
      ],
    },
    {
      name: '創意工夫',
      weight: 20,
      meanings: [
        'すでにある方法',
        '他市の例をそのまま使う',
        '他の例に工夫を加えた',
        '新しい着眼がある',
        '独創的で手本になる',
      ],
    },
    {
      name: '波及性',
      weight: 15,
      meanings: [
        'その係に限られる',
        'その課に限られる',
        '似た仕事の課に広げられる',
        '多くの課に広げられる',
        '全庁に広げられる',
      ],
    },
    {
      name: '努力',
      weight: 15,
      meanings: [
        '思いつきにとどまる',
        '現状を説明している',
        '調べて書いている',
        '試算や試行をしている',
        '関係者と詰めている',
      ],
    },
  ],
  minimumScorers: 3,
  adoptFrom: 70,
  studyFrom: 50,
  cutAfter: null,
  tieBreak: 'shared',
}

export interface RubricComplaint {
  readonly field: string
  readonly message: string
}

/** Why a rubric cannot be used; empty when it can. */
export function complaintsOf({ criteria, adoptFrom, studyFrom }: Rubric): RubricComplaint[] {
  const total = criteria.reduce((sum, { weight }) => sum + weight, 0)
  const names = new Set(criteria.map(({ name }) => name))
  return [
    ...(total === fullWeight
      ? []
      : [{ field: 'criteria', message: `配点の合計を${fullWeight}点にしてください（今${total}点です）` }]),
    ...(names.size < criteria.length
      ? [{ field: 'criteria', message: '評価項目の名前は、それぞれ別のものにしてください' }]
      : []),
    ...(adoptFrom !== null && studyFrom !== null && studyFrom > adoptFrom
      ? [{ field: 'studyFrom', message: '「育てる」の目安は、「採用」の目安以下の点数にしてください' }]
      : []),
  ]
}
