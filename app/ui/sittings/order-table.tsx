import { Hidden } from '#app/ui/form/fields'
import { FieldError, textOf } from '#app/ui/form/field'
import { errorId, fieldId } from '#app/ui/form/field-id'
import type { FormState } from '#app/ui/form/form-state'
import { DataTable } from '#app/ui/table'

interface OrderLine {
  id: number
  title: string
  receiptNumber: string | null
}

interface OrderTableProps {
  form: FormState
  lines: readonly OrderLine[]
  /** What an arrow has just moved: its arrow keeps the focus, to be pressed again. */
  moved: { id?: number | undefined; way?: 'up' | 'down' | undefined }
}

/** By number or by arrows: nothing has to be dragged (WCAG 2.5.7). Enter takes the numbers, not the first arrow. */
export function OrderTable({ form, lines, moved }: OrderTableProps) {
  const rows = lines.map((line, place) => ({ ...line, place }))
  return (
    <>
      <button type="submit" className="sr-only" tabIndex={-1} aria-hidden="true">
        議事順を更新する
      </button>
      <DataTable
        caption="議題の順番"
        rows={rows}
        keyOf={({ id }) => id}
        columns={[
          {
            key: 'number',
            label: '順',
            cell: (line) => <NumberCell form={form} line={line} />,
          },
          {
            key: 'title',
            label: '提案',
            names: true,
            cell: ({ title, receiptNumber }) => (
              <>
                {title}
                <span className="block secondary">{receiptNumber}</span>
              </>
            ),
          },
          {
            key: 'move',
            label: '動かす',
            cell: ({ id, title, place }) => {
              const ways = (['up', 'down'] as const).filter((way) =>
                way === 'up' ? place > 0 : place < lines.length - 1,
              )
              // At either end there is only the way back.
              const focused = moved.id === id && (ways.find((way) => way === moved.way) ?? ways[0])
              return (
                <span className="flex gap-2">
                  {ways.map((way) => (
                    <Arrow key={way} name={way} id={id} title={title} focused={way === focused} />
                  ))}
                </span>
              )
            },
          },
        ]}
      />
    </>
  )
}

function NumberCell({ form, line }: { form: FormState; line: OrderLine & { place: number } }) {
  const name = `order[${line.place}].number`
  return (
    <>
      <Hidden name={`order[${line.place}].itemId`} value={line.id} />
      <input
        id={fieldId(name)}
        name={name}
        className="control control-short control-figures"
        inputMode="numeric"
        autoComplete="off"
        aria-label={`順番：${line.title}`}
        aria-invalid={form.errors[name] ? true : undefined}
        aria-describedby={form.errors[name] ? errorId(name) : undefined}
        defaultValue={textOf(form, name)}
      />
      <FieldError form={form} name={name} />
    </>
  )
}

interface ArrowProps {
  name: 'up' | 'down'
  id: number
  title: string
  focused: boolean
}

function Arrow({ name, id, title, focused }: ArrowProps) {
  return (
    <button
      type="submit"
      name={name}
      value={id}
      className="button button-secondary"
      aria-label={`${name === 'up' ? '上へ' : '下へ'}：${title}`}
      // The answer is a page of its own, which begins where the last one was left.
      // oxlint-disable-next-line jsx-a11y/no-autofocus
      autoFocus={focused}
    >
      {name === 'up' ? '↑' : '↓'}
    </button>
  )
}
