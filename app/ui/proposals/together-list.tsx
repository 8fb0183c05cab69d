import { dayOf, timeOf, wareki } from '#app/domain/calendar'
import { Hidden } from '#app/ui/form/fields'

/** A question that gets the same answer as others. */
export interface TogetherEntry {
  readonly id: number
  readonly title: string
  readonly receiptNumber: string | null
  readonly departmentName: string
  readonly round: number
  /** What the committee wants to know, in a later round. */
  readonly question: string | null
  /** Of the record's text so far; 0 when there is none. */
  readonly version: number
  readonly writtenAt: string | null
  readonly writtenBy: string | null
  readonly awaitedOpinions: number | null
  readonly departmentMayDecide: boolean
}

interface TogetherListProps {
  entries: readonly TogetherEntry[]
  hrefOf: (id: number) => string
}

/** Which they are, each with what one has to know before it gets the words of the others. */
export function TogetherList({ entries, hrefOf }: TogetherListProps) {
  return (
    <section className="flow" aria-labelledby="together">
      <h2 id="together">回答する提案（{entries.length}件）</h2>
      <p>
        書いた内容が、1件ずつの検討記録になります。内容の違う回答をするときは、1件ずつ開いて書いてください。
      </p>
      <ul className="rows">
        {entries.map((entry) => (
          <li key={entry.id} className="row">
            <div>
              <a href={hrefOf(entry.id)} className="row-title">
                {entry.title}
              </a>
              <div className="secondary">{placeOf(entry)}</div>
              <Warnings {...entry} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Warnings({
  round,
  question,
  version,
  writtenAt,
  writtenBy,
  awaitedOpinions,
  departmentMayDecide,
}: TogetherEntry) {
  const warnings = [
    round > 1 && question && `委員会からの質問：${question}`,
    version > 0 &&
      writtenAt &&
      `下書きがあります（${writtenBy ?? ''}、${wareki(dayOf(writtenAt))}${timeOf(writtenAt)}）。まとめた回答に替わります。`,
    (awaitedOpinions ?? 0) > 0 && '合議の回答を待っています。回答すると、合議も終わります。',
    departmentMayDecide &&
      'この課で採用を決めることもできる提案です。決めるときは、1件ずつ回答してください。',
  ].filter((words) => typeof words === 'string')
  return warnings.map((words) => <p key={words}>{words}</p>)
}

interface LeftOutProps {
  entries: readonly (Pick<TogetherEntry, 'id' | 'title' | 'receiptNumber'> & { readonly reason: string })[]
  /** Those that this reader may not read any more. */
  others?: number
  hrefOf: (id: number) => string
}

/** Those that get no answer, each with the reason why not. */
export function LeftOut({ entries, others = 0, hrefOf }: LeftOutProps) {
  if (entries.length + others === 0) return null
  return (
    <section className="card flow" aria-labelledby="left-out">
      <h2 id="left-out">回答しなかった提案（{entries.length + others}件）</h2>
      <ul>
        {entries.map(({ id, title, receiptNumber, reason }) => (
          <li key={id}>
            {receiptNumber}　<a href={hrefOf(id)}>{title}</a>　{reason}
          </li>
        ))}
        {others > 0 && <li>ほかの課に移された提案　{others}件</li>}
      </ul>
    </section>
  )
}

/** The records and the versions of their texts that are shown on this page. */
export function TogetherHidden({ entries }: { entries: readonly TogetherEntry[] }) {
  return entries.map(({ id, version }, at) => (
    <span key={id}>
      <Hidden name={`entries[${at}].considerationId`} value={id} />
      <Hidden name={`entries[${at}].version`} value={version} />
    </span>
  ))
}

export function placeOf({ receiptNumber, departmentName, round }: TogetherEntry): string {
  return [receiptNumber, departmentName, round > 1 ? `${round}回目の照会` : null].filter(Boolean).join('　')
}
