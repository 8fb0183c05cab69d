import type { ReactNode } from 'react'
import { ItemList, type ListedItem } from '#app/ui/item-list'

export interface Task {
  key: string | number
  href: string
  /** 「検討記録を入力」 */
  verb: string
  /** 「窓口の待ち時間を短縮するため番号札を導入」 */
  object: string
  meta?: ReactNode
  deadline?: ReactNode
}

interface TaskListProps {
  tasks: readonly Task[]
  /** How many there are in all, where only the first ones are shown. */
  total?: number | undefined
  allHref?: string | undefined
  /** What is to be known about them, each a sentence. */
  notes?: readonly string[] | undefined
}

/** What the viewer owes. Stays with one line when there is nothing: people look whether it is empty. */
export function TaskList({ tasks, total = tasks.length, allHref, notes = [] }: TaskListProps) {
  return (
    <section className="tasks flow" aria-labelledby="tasks">
      <h2 id="tasks">
        {total > 0 ? `あなたの対応が必要です（${total.toLocaleString('ja-JP')}件）` : 'あなたの対応'}
      </h2>
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      {tasks.length > 0 ? <ItemList items={tasks.map(listed)} /> : <p>対応が必要なものはありません。</p>}
      {allHref && total > tasks.length && (
        <p>
          <a href={allHref} className="nav-link">
            すべて見る（{total.toLocaleString('ja-JP')}件）
          </a>
        </p>
      )}
    </section>
  )
}

function listed({ key, href, verb, object, meta, deadline }: Task): ListedItem {
  return { key, href, title: `${verb}：${object}`, meta, chip: deadline }
}
