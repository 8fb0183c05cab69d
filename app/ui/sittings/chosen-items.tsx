import { Hidden } from '#app/ui/form/fields'

/** What a batch is about, to be read once more before it is done. */
export function ChosenItems({
  lines,
}: {
  lines: readonly { id: number; title: string; receiptNumber: string | null }[]
}) {
  return (
    <ul aria-label="選んだ提案">
      {lines.map(({ id, title, receiptNumber }) => (
        <li key={id}>
          {receiptNumber}　{title}
          <Hidden name="chosen" value={id} />
        </li>
      ))}
    </ul>
  )
}
