import { type Day, wareki } from '#app/domain/calendar'

interface MovedPeopleProps {
  along: number
  needing: readonly {
    readonly personId: number
    readonly name: string
    readonly employeeNumber: string
    readonly postName: string
    readonly departmentName: string
    readonly href: string
  }[]
  withoutHead: readonly { readonly id: number; readonly name: string; readonly href: string | null }[]
  effectiveOn: Day
  isDraft: boolean
}

/** Who goes along, whose 発令 is missing, and which departments nobody would head. */
export function MovedPeople({ along, needing, withoutHead, effectiveOn, isDraft }: MovedPeopleProps) {
  return (
    <section className="flow">
      <h2>職員と所属長</h2>
      {isDraft && <p>新しい所属に、そのまま移る職員：{along.toLocaleString('ja-JP')}人</p>}
      <h3>発令の要る職員（{needing.length}人）</h3>
      {needing.length === 0 ? (
        <p>終わる所属に残る職員はいません。</p>
      ) : (
        <>
          <p>
            {wareki(effectiveOn)}
            からの所属が決まっていません。予定したあとで、発令を登録するか取り込んでください。
          </p>
          <ul>
            {needing.map(({ personId, name, employeeNumber, postName, departmentName, href }) => (
              <li key={`${personId} ${departmentName} ${postName}`}>
                <a href={href}>{name}</a>（{employeeNumber}）　{departmentName} {postName}
              </li>
            ))}
          </ul>
        </>
      )}
      <h3>所属長の決まっていない所属（{withoutHead.length}）</h3>
      {withoutHead.length === 0 ? (
        <p>施行日に、どの所属にも所属長がいます。</p>
      ) : (
        <>
          <p>決まるまで、所属長の仕事は部の次長に、次長がいなければ事務局に届きます。</p>
          <ul>
            {withoutHead.map(({ id, name, href }) => (
              <li key={id}>{href === null ? name : <a href={href}>{name}</a>}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
