import { type Day, monthDay } from '#app/domain/calendar'
import { type Task, type TaskKind, taskVerbs, type Worklist } from '#app/domain/worklist'
import { Deadline } from '#app/ui/deadline'
import { TaskList } from '#app/ui/task-list'
import { taskPath } from './task-path'

interface TasksSectionProps {
  worklist: Pick<Worklist, 'tasks' | 'total'>
  /** Whose page lists what the department carries out. */
  departmentId: number
  today: Day
  /** Why tasks of others are among them. */
  standingIn: readonly string[]
}

export function TasksSection({ worklist, departmentId, today, standingIn }: TasksSectionProps) {
  const { tasks, total } = worklist
  return (
    <TaskList
      total={total}
      notes={standingIn}
      tasks={tasks.map((task) => ({
        key: `${task.kind} ${task.id}`,
        href: taskPath(task, departmentId),
        verb: taskVerbs[task.kind],
        object: task.object,
        meta: origin(task),
        deadline: task.dueOn && <Deadline dueOn={task.dueOn} today={today} />,
      }))}
    />
  )
}

/** What happened on the day that is shown. */
const sinceWords: Readonly<Record<TaskKind, string>> = {
  receive: '提出',
  chase: '照会',
  score: '資料の送付',
  deliberate: '審議待ち',
  recordCouncil: '付議',
  notify: '決定',
  close: '通知',
  takeUp: '照会',
  answer: '照会',
  advise: '合議の依頼',
  helpOn: '継続検討',
  urge: '照会',
  startImplementation: '通知',
  reportImplementation: '開始',
  verify: '実施の報告',
  verifyOwn: '実施の報告',
  confirmPractice: '報告',
  reviseProposal: '差し戻し',
  revisePractice: '差し戻し',
  fillBody: '開始',
  prepareYear: '開始',
  followUp: '登録',
  answerRound: '照会',
  closeRound: '照会',
}

function origin({ kind, from, since }: Task): string | null {
  const parts = [from && `${from}から`, since && `${sinceWords[kind]} ${monthDay(since)}`].filter(Boolean)
  return parts.length === 0 ? null : parts.join('　')
}
