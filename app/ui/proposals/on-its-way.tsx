import { type Day, wareki } from '#app/domain/calendar'

interface OnItsWayProps {
  extensions: readonly { fromDueOn: Day; dueOn: Day; reason: string }[]
  reassignments: readonly { fromDepartment: string; reason: string }[]
}

/** What happened to a question before it was answered, each with its reason. */
export function OnItsWay({ extensions, reassignments }: OnItsWayProps) {
  if (extensions.length + reassignments.length === 0) return null
  return (
    <ul>
      {reassignments.map(({ fromDepartment, reason }) => (
        <li key={`${fromDepartment} ${reason}`}>
          {fromDepartment}から所管替えになりました。理由：{reason}
        </li>
      ))}
      {extensions.map(({ fromDueOn, dueOn, reason }) => (
        <li key={dueOn}>
          回答の期限が{wareki(fromDueOn)}から{wareki(dueOn)}に延びました。理由：{reason}
        </li>
      ))}
    </ul>
  )
}
