import { useEffect, useRef } from 'react'
import { fieldId } from '#app/ui/form/field-id'
import { described, Field, type FieldProps } from '#app/ui/form/field'

type FileFieldProps = FieldProps & {
  accept: string
  /** Told which file is chosen, where scripts run. */
  onChoice?: (file: File | null) => void
}

/** One file. `accept` only helps the picker: what is taken is for the server to say. */
export function FileField({ accept, onChoice, ...field }: FileFieldProps) {
  const input = useRef<HTMLInputElement>(null)
  const tell = () => onChoice?.(input.current?.files?.[0] ?? null)
  // Chosen before scripts ran, or kept by the browser on the way back.
  useEffect(tell, [onChoice])
  return (
    <Field {...field}>
      <input
        ref={input}
        id={fieldId(field.name)}
        name={field.name}
        type="file"
        accept={accept}
        className="control"
        onChange={tell}
        {...described(field)}
      />
    </Field>
  )
}
