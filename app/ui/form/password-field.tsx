import type { FieldProps } from '#app/ui/form/field'
import { fieldId } from '#app/ui/form/field-id'
import { TextField } from '#app/ui/form/fields'

/** A password that can be looked at while typing. The button needs a script, which shows it. */
export function PasswordField(field: FieldProps & { autoComplete: 'current-password' | 'new-password' }) {
  return (
    <div>
      <TextField {...field} width="medium" type="password" />
      <button
        type="button"
        className="button button-text"
        hidden
        aria-pressed="false"
        aria-controls={fieldId(field.name)}
        data-shows-password=""
      >
        {field.label}を表示する
      </button>
    </div>
  )
}
