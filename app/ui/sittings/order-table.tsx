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

/** By number or by arrows: nothing has to be dragged (WCAG 2.5.7). Enter takes the numbers, not the first arrow. */
export function OrderTable({ form, lines }: { form: FormState; lines: readonly OrderLine[] }) {
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
            cell: ({ id, title, place }) => (
              <span className="flex gap-2">
                {place > 0 && <Arrow name="up" id={id} label={`上へ：${title}`} sign="↑" />}
                {place < lines.length - 1 && <Arrow name="down" id={id} label={`下へ：${title}`} sign="↓" />}
              </span>
            ),
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

function Arrow({ name, id, label, sign }: { name: string; id: number; label: string; sign: string }) {
  return (
    <button type="submit" name={name} value={id} className="button button-secondary" aria-label={label}>
      {sign}
    </button>
  )
}
