import { useEffect, useState } from 'react'
import type { FieldProps } from '#app/ui/form/field'
import { fieldId } from '#app/ui/form/field-id'
import { TextField } from '#app/ui/form/fields'

/** A password that can be looked at while typing. The button needs a script, so without one it is not there. */
export function PasswordField(field: FieldProps & { autoComplete: 'current-password' | 'new-password' }) {
  const [isShown, setShown] = useState(false)
  const [canShow, setCanShow] = useState(false)
  useEffect(() => setCanShow(true), [])
  return (
    <div>
      <TextField {...field} width="medium" type={isShown ? 'text' : 'password'} />
      {canShow && (
        <button
          type="button"
          className="button button-text"
          aria-pressed={isShown}
          aria-controls={fieldId(field.name)}
          onClick={() => setShown(!isShown)}
        >
          {field.label}を表示する
        </button>
      )}
    </div>
  )
}
