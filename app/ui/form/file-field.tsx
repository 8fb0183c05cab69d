import { fieldId } from '#app/ui/form/field-id'
import { described, Field, type FieldProps } from '#app/ui/form/field'

/** One file. `accept` only helps the picker: what is taken is for the server to say. */
export function FileField({ accept, ...field }: FieldProps & { accept: string }) {
  return (
    <Field {...field}>
      <input
        id={fieldId(field.name)}
        name={field.name}
        type="file"
        accept={accept}
        className="control"
        {...described(field)}
      />
    </Field>
  )
}
