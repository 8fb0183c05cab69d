import type { ItemOutcome } from '#app/domain/committees/sitting'
import { quorumInWords, type QuorumRule } from '#app/domain/organisation/quorum-rule'
import { seatRoleNames } from '#app/domain/organisation/seat'
import type { Decision } from '#app/domain/proposals/decision'
import { SummaryList, type SummaryRow } from '#app/ui/summary-list'
import { PlainText } from '#app/ui/text'
import { decisionLabels, outcomeLabels } from '#app/ui/words'

interface Attending {
  name: string
  role: 'chair' | 'viceChair' | 'member'
  isPresent: boolean
}

/** Who was there and who was not, with the quorum. */
export function attendanceRows(
  members: readonly Attending[],
  rule: QuorumRule,
): { label: string; value: string }[] {
  const named = (isPresent: boolean) =>
    members
      .filter((member) => member.isPresent === isPresent)
      .map(({ name, role }) => (role === 'member' ? name : `${name}（${seatRoleNames[role]}）`))
  const present = named(true)
  const absent = named(false)
  return [
    { label: '出席', value: `${present.length}人　${present.join('、')}` },
    ...(absent.length > 0 ? [{ label: '欠席', value: `${absent.length}人　${absent.join('、')}` }] : []),
    { label: '定足数', value: quorumInWords(members.length, rule) },
  ]
}

interface Item {
  id: number
  position: number
  title: string
  receiptNumber: string | null
  leadDepartmentName: string | null
  note: string
  outcome: ItemOutcome | null
  manner: 'consensus' | 'vote' | null
  presiderName: string | null
  votesFor: number
  votesAgainst: number
  abstentions: number
  castingVote: 'for' | 'against' | null
  decision: Decision | null
  reason: string
}

export function MinutesItems({ items }: { items: readonly Item[] }) {
  return items.map((item) => (
    <section key={item.id} className="flow keep-together" aria-labelledby={`item-${item.id}`}>
      <h2 id={`item-${item.id}`}>
        議題{item.position}　{item.title}
        {item.receiptNumber && `（${item.receiptNumber}）`}
      </h2>
      <SummaryList rows={rowsOf(item).filter(({ value }) => value)} />
    </section>
  ))
}

function rowsOf(item: Item): SummaryRow[] {
  const decided = item.decision && decisionLabels[item.decision]
  return [
    { label: '主管課', value: item.leadDepartmentName },
    { label: '審議の内容', value: item.note && <PlainText text={item.note} /> },
    { label: '結果', value: decided ?? (item.outcome ? outcomeLabels[item.outcome] : '審議前') },
    { label: '決め方', value: isDecided(item) && mannerWords(item) },
    { label: '理由', value: item.reason && <PlainText text={item.reason} /> },
  ]
}

/** What is put off or asked about is not agreed on by a vote. */
function isDecided({ outcome }: Item): boolean {
  return outcome !== null && outcome !== 'postponed' && outcome !== 'askedAgain'
}

function mannerWords({
  manner,
  presiderName,
  votesFor,
  votesAgainst,
  abstentions,
  castingVote,
}: Item): string {
  const presiding = presiderName ? `（議長 ${presiderName}）` : ''
  if (manner === 'consensus') return `異議なし${presiding}`
  const casting = castingVote ? `、議長の裁決 ${castingVote === 'for' ? '可' : '否'}` : ''
  return `採決${presiding}：賛成${votesFor}、反対${votesAgainst}、棄権${abstentions}${casting}`
}
