import type { ReactNode } from 'react'
import { errorId, fieldId, hintId } from '#app/ui/form/field-id'
import type { FormState } from '#app/ui/form/form-state'

/** What every field is told. */
export interface FieldProps {
  form: FormState
  name: string
  label: string
  required?: boolean | undefined
  /** Where it must be filled in for some answers only, for which: 「写真」. */
  requiredFor?: string | undefined
  /** Words and links only, no blocks: it may stand in a legend. */
  hint?: ReactNode
  /** Who will read what is typed, on every free text: 「全職員に公開」. A wrong guess here costs trust. */
  readers?: string | undefined
}

/** Label, hint, control, error: always in this order. */
export function Field({ children, ...field }: FieldProps & { children: ReactNode }) {
  return (
    <div className="field">
      <label htmlFor={fieldId(field.name)}>
        <LabelText field={field} />
      </label>
      <Hint field={field} />
      {children}
      <FieldError form={field.form} name={field.name} />
    </div>
  )
}

/** 必須 and 任意 are both said; only a filter, which nobody must fill in, says neither. */
export function LabelText({ field }: { field: FieldProps }) {
  const { form, label, required, requiredFor } = field
  return (
    <>
      <span className="field-label">{label}</span>
      {form.key !== '' && (
        <span className={required || requiredFor ? 'field-required' : undefined}>{` ※${needOf(field)}`}</span>
      )}
    </>
  )
}

function needOf({ required, requiredFor }: FieldProps): string {
  if (requiredFor) return `${requiredFor}は必須`
  return required ? '必須' : '任意'
}

export function Hint({ field }: { field: FieldProps }) {
  if (!hasHint(field)) return null
  return (
    <span id={hintId(field.name)} className="field-hint">
      {field.hint && <span className="block">{field.hint}</span>}
      {field.readers && <span className="block">{field.readers}</span>}
    </span>
  )
}

export function FieldError({ form, name }: { form: FormState; name: string }) {
  const errors = form.errors[name]
  if (!errors?.length) return null
  return (
    <span id={errorId(name)} className="field-error">
      {errors.map((error) => (
        <span key={error} className="block">
          ＊{error}
        </span>
      ))}
    </span>
  )
}

/** The attributes that tie a control to its error and hint; the error is read first. */
export function described(field: FieldProps, ...more: (string | false | undefined)[]) {
  const invalid = isInvalid(field)
  const ids = [invalid && errorId(field.name), hasHint(field) && hintId(field.name), ...more].filter(Boolean)
  return {
    'aria-invalid': invalid || undefined,
    'aria-describedby': ids.length ? ids.join(' ') : undefined,
  }
}

export function isInvalid({ form, name }: { form: FormState; name: string }): boolean {
  return Boolean(form.errors[name]?.length)
}

/** The value of a field with one value. */
export function textOf(form: FormState, name: string): string {
  const value = form.values[name]
  return (Array.isArray(value) ? value[0] : value) ?? ''
}

/** The values of a field with many. */
export function textsOf(form: FormState, name: string): string[] {
  const value = form.values[name]
  return Array.isArray(value) ? value : value ? [value] : []
}

function hasHint({ hint, readers }: FieldProps): boolean {
  return Boolean(hint || readers)
}
