import { cx } from '#app/ui/cx'
import { fieldId } from '#app/ui/form/field-id'
import { described, Field, type FieldProps, textOf } from '#app/ui/form/field'
import type { FormState } from '#app/ui/form/form-state'

interface TextFieldProps extends FieldProps {
  width?: 'full' | 'medium' | 'short' | undefined
  type?: 'text' | 'email' | 'tel' | 'url' | 'search' | 'password' | undefined
  inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email' | 'url' | 'search' | undefined
  /** The unit after the control: 「時間」. */
  suffix?: string | undefined
  maxLength?: number | undefined
  /** Characters that fit; counted while typing where scripts run. Never blocks typing. */
  counter?: number | undefined
  autoComplete?: string | undefined
  /** Shown but not to be changed; the hint must say why. */
  readOnly?: boolean | undefined
  figures?: boolean | undefined
}

export function TextField({
  width = 'full',
  type = 'text',
  suffix,
  counter,
  figures,
  ...field
}: TextFieldProps) {
  const id = fieldId(field.name)
  const input = (
    <input
      id={id}
      name={field.name}
      type={type}
      className={cx('control', `control-${width}`, figures && 'control-figures')}
      defaultValue={textOf(field.form, field.name)}
      inputMode={field.inputMode}
      maxLength={field.maxLength}
      autoComplete={field.autoComplete ?? 'off'}
      readOnly={field.readOnly}
      {...described(field, suffix && `${id}-suffix`, counter !== undefined && `${id}-count`)}
    />
  )
  return (
    <Field {...field}>
      {suffix ? (
        <div className="flex items-center gap-2">
          {input}
          <span id={`${id}-suffix`}>{suffix}</span>
        </div>
      ) : (
        input
      )}
      {counter !== undefined && <Counter id={id} limit={counter} />}
      {field.readOnly && <span className="block secondary">編集不可</span>}
    </Field>
  )
}

/** A number as people type it, 全角 and commas included: the server reads it. */
export function NumberField({ width = 'short', inputMode = 'numeric', ...field }: TextFieldProps) {
  return <TextField width={width} inputMode={inputMode} figures {...field} />
}

/** A day as people write it, 和暦 or 西暦: the server reads it. */
export function DateField({ width = 'medium', hint, ...field }: TextFieldProps) {
  const howToWrite = '令和8年11月1日、R8.11.1、2026/11/1のように入力'
  return (
    <TextField
      width={width}
      hint={
        <>
          {hint && <span className="block">{hint}</span>}
          {howToWrite}
        </>
      }
      {...field}
    />
  )
}

interface TextAreaProps extends FieldProps {
  rows?: number | undefined
  counter?: number | undefined
}

export function TextArea({ rows = 4, counter, ...field }: TextAreaProps) {
  const id = fieldId(field.name)
  return (
    <Field {...field}>
      <textarea
        id={id}
        name={field.name}
        rows={rows}
        className="control"
        defaultValue={textOf(field.form, field.name)}
        {...described(field, counter !== undefined && `${id}-count`)}
      />
      {counter !== undefined && <Counter id={id} limit={counter} />}
    </Field>
  )
}

interface SelectFieldProps extends FieldProps {
  options: readonly { value: string; label: string }[]
  width?: 'full' | 'medium' | 'short' | undefined
  /** The text of the empty choice; without it the first option is chosen. */
  empty?: string | undefined
}

export function SelectField({ options, width = 'medium', empty, ...field }: SelectFieldProps) {
  return (
    <Field {...field}>
      <select
        id={fieldId(field.name)}
        name={field.name}
        className={cx('control', `control-${width}`)}
        defaultValue={textOf(field.form, field.name)}
        {...described(field)}
      >
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </Field>
  )
}

export function Hidden({ name, value }: { name: string; value: string | number }) {
  return <input type="hidden" name={name} value={value} />
}

/** The state of a GET form, which is never refused and demands nothing: filters, a choice of year. */
export function formOf(values: FormState['values']): FormState {
  return { key: '', values, errors: {}, formErrors: [] }
}

function Counter({ id, limit }: { id: string; limit: number }) {
  return (
    <p id={`${id}-count`} className="field-hint" data-count={limit} data-count-for={id}>
      {`${limit}字以内`}
    </p>
  )
}
