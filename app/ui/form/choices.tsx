import type { ReactNode } from 'react'
import { errorId, fieldId, hintId } from '#app/ui/form/field-id'
import { FieldError, type FieldProps, Hint, isInvalid, LabelText, textOf, textsOf } from '#app/ui/form/field'

export interface Option {
  value: string
  label: string
  hint?: string | undefined
  /** Questions that belong to this answer only; shown with it. */
  reveal?: ReactNode
}

interface ChoicesProps extends FieldProps {
  options: readonly Option[]
  /** Side by side, for short scales such as 1 to 5. */
  row?: boolean | undefined
  /** A way out below the choices, such as a link to others. */
  children?: ReactNode
}

export function RadioGroup({ options, row, children, ...field }: ChoicesProps) {
  const chosen = textOf(field.form, field.name)
  return (
    <fieldset className="field" aria-describedby={describedBy(field)} {...placeOf(field, options)}>
      <legend>
        <LabelText field={field} />
      </legend>
      <Hint field={field} />
      <FieldError form={field.form} name={field.name} />
      <Choices type="radio" name={field.name} options={options} chosen={[chosen]} row={row} />
      {children}
    </fieldset>
  )
}

/**
 * Hint and error stand inside the legend: NVDA does not read the description of a fieldset of checkboxes
 * (2024.4 with Chrome 137).
 */
export function CheckboxGroup({ options, row, children, ...field }: ChoicesProps) {
  return (
    <fieldset className="field" {...placeOf(field, options)}>
      <legend>
        <LabelText field={field} />
        <Hint field={field} />
        <FieldError form={field.form} name={field.name} />
      </legend>
      <Choices
        type="checkbox"
        name={field.name}
        options={options}
        chosen={textsOf(field.form, field.name)}
        row={row}
      />
      {children}
    </fieldset>
  )
}

/** One yes-or-no: the label says what yes means. */
export function Checkbox({
  form,
  name,
  label,
  hint,
  value = 'on',
}: Omit<FieldProps, 'required'> & { value?: string }) {
  const option = { value, label, hint: typeof hint === 'string' ? hint : undefined }
  return (
    <div className="field">
      <FieldError form={form} name={name} />
      <Choice
        type="checkbox"
        id={fieldId(name)}
        name={name}
        option={option}
        checked={textOf(form, name) === value}
      />
    </div>
  )
}

interface ChoicesListProps {
  type: 'radio' | 'checkbox'
  name: string
  options: readonly Option[]
  chosen: readonly string[]
  row?: boolean | undefined
}

/** The first choice carries the field's id, so that the error summary leads to it. */
function Choices({ type, name, options, chosen, row }: ChoicesListProps) {
  const id = fieldId(name)
  return (
    <div className={row ? 'flex flex-wrap gap-x-3 md:gap-x-6' : undefined}>
      {options.map((option, index) => (
        <div key={option.value} className="choice-row">
          <Choice
            type={type}
            id={index === 0 ? id : `${id}-${index}`}
            name={name}
            option={option}
            checked={chosen.includes(option.value)}
          />
          {option.reveal && <div className="choice-reveal form-flow">{option.reveal}</div>}
        </div>
      ))}
    </div>
  )
}

interface ChoiceProps {
  type: 'radio' | 'checkbox'
  id?: string | undefined
  name: string
  option: Option
  checked: boolean
}

export function Choice({ type, id, name, option, checked }: ChoiceProps) {
  return (
    <label className="choice">
      <input type={type} id={id} name={name} value={option.value} defaultChecked={checked} />
      <span>
        {option.label}
        {option.hint && <span className="block secondary">{option.hint}</span>}
      </span>
    </label>
  )
}

/** Where there is nothing to choose, the error summary leads to the question itself. */
function placeOf({ name }: FieldProps, options: readonly Option[]) {
  return options.length === 0 ? { id: fieldId(name), tabIndex: -1 } : {}
}

function describedBy(field: FieldProps): string | undefined {
  const ids = [isInvalid(field) && errorId(field.name), (field.hint || field.readers) && hintId(field.name)]
  return ids.filter(Boolean).join(' ') || undefined
}
