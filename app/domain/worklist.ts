import { addDays, type Day, dayOf, type Instant } from './calendar'

/** What a person may owe, each with the words that it is asked for by. */
export const taskVerbs = {
  receive: '受付',
  chase: '期限を過ぎた検討を確認',
  score: '採点する',
  deliberate: '審議',
  recordCouncil: '政策会議の結果を記録',
  notify: '結果を通知',
  close: '手続きを終える',
  takeUp: '検討を受け付ける',
  answer: '検討記録を入力',
  advise: '合議に回答',
  helpOn: '育てる提案の進み具合を書く',
  urge: '期限を過ぎた課の検討を促す',
  startImplementation: '実施を始める',
  reportImplementation: '実施状況を報告',
  verify: '効果を確認',
  verifyOwn: '効果を確認',
  confirmPractice: '改善の報告を確認',
  reviseProposal: '差し戻しに対応',
  revisePractice: '差し戻しに対応',
  fillBody: '会議体の名簿を整える',
  prepareYear: '年度の準備をする',
  followUp: '「その後」を書く',
  answerRound: '「うちの課では？」に回答',
  closeRound: '「うちの課では？」を締め切る',
} as const

export type TaskKind = keyof typeof taskVerbs

export interface Task {
  readonly kind: TaskKind
  /** Of the one thing to do; null for a group, which leads to the list of its kind. */
  readonly id: number | null
  /** Its title, or 「12件」. */
  readonly object: string
  readonly count: number
  /** The department it comes from, never a name: names may be hidden. */
  readonly from: string | null
  readonly since: Day | null
  readonly dueOn: Day | null
}

export interface Worklist {
  readonly tasks: readonly Task[]
  /** How many things there are behind the tasks. */
  readonly total: number
  readonly drafts: { readonly practices: number; readonly proposals: number }
  /** Has never reported or proposed anything. */
  readonly isNew: boolean
}

export interface TaskRow {
  readonly kind: string
  readonly id: number
  readonly title: string
  readonly fromDepartment: string | null
  readonly since: Instant | null
  readonly dueOn: Day | null
  /** Days from `since` until it is due, where no due day was written down. */
  readonly withinDays: number | null
  readonly total: number
}

/** So many of a kind are shown one by one; from more on they are one line, or they would bury the rest. */
export const oneByOne = 3

/** Rows of the database as tasks: groups where there are many, what is due first at the top, the undated last. */
export function tasksOf(rows: readonly TaskRow[]): Task[] {
  const kinds = Object.keys(taskVerbs) as TaskKind[]
  return kinds
    .flatMap((kind) => {
      const tasks = rows.filter((row) => row.kind === kind).map((row) => taskOf(kind, row))
      const [first] = tasks
      const count = rows.find((row) => row.kind === kind)?.total ?? 0
      return first && count > oneByOne ? [groupOf(kind, tasks, count)] : tasks
    })
    .toSorted((one, other) => byDay(one.dueOn, other.dueOn))
}

function taskOf(kind: TaskKind, row: TaskRow): Task {
  const since = row.since === null ? null : dayOf(row.since)
  return {
    kind,
    id: row.id,
    object: row.title,
    count: 1,
    from: row.fromDepartment,
    since,
    dueOn: row.dueOn ?? (since !== null && row.withinDays !== null ? addDays(since, row.withinDays) : null),
  }
}

function groupOf(kind: TaskKind, tasks: readonly Task[], count: number): Task {
  const [dueOn = null] = tasks.map((task) => task.dueOn).toSorted(byDay)
  return {
    kind,
    id: null,
    object: `${count.toLocaleString('ja-JP')}件`,
    count,
    from: null,
    since: null,
    dueOn,
  }
}

function byDay(one: Day | null, other: Day | null): number {
  if (one === other) return 0
  if (one === null) return 1
  if (other === null) return -1
  return one < other ? -1 : 1
}
