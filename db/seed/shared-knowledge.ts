import type { GuideText } from '#app/domain/improvements/guide'
import type { RoundAnswer } from '#app/domain/improvements/round'
import type { Sharing } from '#app/domain/memos/memo'
import { moment, type Moment } from './moments'

/*
 * What people of the town note, ask each other and pass on, of which the files know nothing: 気づきメモ, 「うちの課では？」 and
 * 「まねするときに」. As invented as the files; people and departments by their numbers, improvements by the refs of their reports.
 */

export interface MemoLine {
  readonly by: string
  readonly at: Moment
  readonly text: string
  readonly sharing: Sharing
  /** A report whose first picture shows it as well. */
  readonly pictureOf?: string
  readonly companions?: readonly { readonly by: string; readonly at: Moment }[]
}

/** Of the people who can sign in some that are only theirs; others look for companions. */
export const memoLines: readonly MemoLine[] = [
  {
    ...{ by: '006889', at: moment('2026-11-05', 16 * 60 + 20), sharing: 'staff' },
    text: '集会所の鍵の貸出簿が紙1冊で、今だれが持っているか電話で聞いて回っている。',
    companions: [
      { by: '009067', at: moment('2026-11-06', 9 * 60 + 5) },
      { by: '005687', at: moment('2026-11-09', 13 * 60 + 40) },
    ],
  },
  {
    ...{ by: '009067', at: moment('2026-11-10', 11 * 60 + 45), sharing: 'nobody' },
    text: '自治会の役員が替わるたびに、補助金の締切りの同じ質問に20回ほど答えている。',
  },
  {
    ...{ by: '003017', at: moment('2026-11-12', 15 * 60 + 10), sharing: 'staff' },
    ...{ text: '転入の日に、学校の書類へ住所と氏名を4回書いてもらっている。', pictureOf: 'I-2026-0070' },
    companions: [{ by: '002494', at: moment('2026-11-13', 10 * 60 + 30) }],
  },
  {
    ...{ by: '004523', at: moment('2026-11-16', 17 * 60), sharing: 'staff' },
    text: '照会の回答は課ごとにファイルの名前が違い、並べ直すのに毎回1時間かかる。',
  },
  {
    ...{ by: '009067', at: moment('2026-11-17', 8 * 60 + 50), sharing: 'department' },
    text: '補助金の案内の封筒を係ごとに注文していて、余る係と足りない係がある。',
    companions: [{ by: '007840', at: moment('2026-11-17', 13 * 60 + 15) }],
  },
  {
    ...{ by: '001988', at: moment('2026-11-18', 18 * 60 + 5), sharing: 'nobody' },
    text: '朝の打合せで決めたことが、窓口の当番の人に夕方まで伝わらない日がある。',
  },
]

export interface GuideLine extends GuideText {
  /** The report: whoever wrote it writes this, too. */
  readonly ref: string
  readonly at: Moment
}

export const guideLines: readonly GuideLine[] = [
  {
    ...{ ref: 'I-2025-0212', at: moment('2025-10-14', 14 * 60) },
    steps:
      '1　棚の物を机に出し、使う回数で「毎日」「毎週」「年に数回」の3つに分ける。\n2　毎日使う物を目の高さから腰の高さまでに置く。\n3　背表紙に段ごとの色のテープを貼り、棚にも同じ色を貼る。',
    contact: '職員課 任用担当（内線 2214）',
    cautions: '保存期間の過ぎた文書は、並べる前に文書行政課の廃棄の手続きを済ませてください。',
  },
  {
    ...{ ref: 'I-2025-0086', at: moment('2025-10-20', 11 * 60) },
    steps:
      '1　1週間、どの用件の人がどこに並ぶかを記録する。\n2　用件を3つまでにまとめ、色と番号を決める。\n3　頭の上と床に同じ色の表示を付け、案内の人も同じ言葉で呼ぶ。',
    contact: '国民健康保険課 資格担当（内線 2331）',
    cautions:
      '色だけで分けず、必ず番号も付けてください。床の表示は、滑りにくい材質かどうかを管財課に確かめました。',
  },
  {
    ...{ ref: 'I-2025-0383', at: moment('2026-05-18', 16 * 60) },
    steps:
      '1　会議の初めに、録音することを出席者に伝える。\n2　庁内の文字起こしに音声を入れ、人名と数字を直す。\n3　決まったことと宿題だけを表にして、翌日に送る。',
    contact: '地域づくり推進課 自治会担当（内線 2712）',
    cautions: '個人の相談に関わる会議では使わないでください。',
  },
  {
    ...{ ref: 'I-2026-0070', at: moment('2026-07-08', 10 * 60 + 30) },
    steps:
      '1　似た様式を机に並べ、同じ項目に印を付ける。\n2　一度だけ書けばよい項目を上にまとめ、用件は印を付けて選ぶ形にする。\n3　窓口で2週間試し、書き直しの多かった欄を直す。',
    contact: '市民課 証明担当（内線 2305）',
    cautions: '規則で定めた様式は、改正が要ります。先に文書行政課に相談してください。',
  },
]

export interface RoundLine {
  readonly ref: string
  readonly by: string
  readonly at: Moment
  readonly dueOn: string
  readonly word: string
  /** null: it still runs. */
  readonly closedAt: Moment | null
  readonly sections: readonly AskedSection[]
}

interface AskedSection {
  readonly departmentCode: string
  /** null: it has not answered. */
  readonly answer: RoundAnswer | null
  readonly at?: Moment
  readonly reason?: string
}

export const roundLines: readonly RoundLine[] = [
  {
    ...{ ref: 'I-2025-0086', by: '004523', at: moment('2025-11-04', 10 * 60), dueOn: '2025-11-28' },
    word: '窓口のある課にお尋ねします。色と番号の表示は、用件が3つ以上ある窓口で効果がありました。',
    closedAt: moment('2025-12-01', 9 * 60 + 30),
    sections: [
      {
        ...{ departmentCode: '040500', answer: 'notApplicable', at: moment('2025-11-10', 13 * 60) },
        reason: '相談は予約制で、窓口に並んでいただくことがありません。',
      },
      {
        ...{ departmentCode: '071000', answer: 'done', at: moment('2025-11-06', 9 * 60 + 20) },
        reason: '9月から同じ表示にしています。',
      },
      {
        ...{ departmentCode: '090300', answer: 'adopt', at: moment('2025-11-12', 11 * 60) },
        reason: '年内に、医療の相談の窓口から始めます。',
      },
      {
        ...{ departmentCode: '160200', answer: 'adopt', at: moment('2025-11-20', 15 * 60 + 45) },
        reason: '検針の繁忙期を過ぎてから、支払いと開栓の2つで試します。',
      },
      { departmentCode: '200200', answer: null },
    ],
  },
  {
    ...{ ref: 'I-2026-0070', by: '004523', at: moment('2026-11-09', 10 * 60), dueOn: '2026-12-04' },
    word: '申請や届出の様式が3種類以上ある課にお尋ねします。市民課の「まねするときに」も参考にしてください。',
    closedAt: null,
    sections: [
      {
        ...{ departmentCode: '040200', answer: 'done', at: moment('2026-11-10', 9 * 60 + 15) },
        reason: '9月に行政財産の使用許可の様式を1枚にまとめました。',
      },
      {
        ...{ departmentCode: '060400', answer: 'adopt', at: moment('2026-11-13', 14 * 60 + 30) },
        reason: '資格取得と保険証の再交付の様式から始めます。',
      },
      { departmentCode: '070100', answer: null },
      { departmentCode: '090500', answer: null },
      {
        ...{ departmentCode: '110400', answer: 'adopt', at: moment('2026-11-18', 16 * 60) },
        reason: '来年度の入園の申込みに合わせて、様式を見直します。',
      },
      {
        ...{ departmentCode: '160500', answer: 'notApplicable', at: moment('2026-11-11', 10 * 60 + 50) },
        reason: '市民の方に書いていただく様式がありません。',
      },
      { departmentCode: '200200', answer: null },
    ],
  },
]
