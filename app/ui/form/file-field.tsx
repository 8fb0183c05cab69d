import { fieldId } from '#app/ui/form/field-id'
import { described, Field, type FieldProps } from '#app/ui/form/field'

type FileFieldProps = FieldProps & {
  accept: string
  /** By which rules scripts judge it before it is sent. */
  takes: 'photo' | 'attachment' | 'table'
}

/**
 * One file. `accept` only helps the picker: what is taken is for the server to say. Below it scripts show what was chosen
 * and how far it has come on its way.
 */
export function FileField({ accept, takes, ...field }: FileFieldProps) {
  return (
    <div className="flow" data-file="">
      <Field {...field}>
        <input
          id={fieldId(field.name)}
          name={field.name}
          type="file"
          accept={accept}
          className="control"
          data-takes={takes}
          {...described(field)}
        />
      </Field>
      <div role="status" className="field" data-chosen="" />
      <p role="status" data-upload-status="" />
      <div className="field" data-upload-bar="" />
    </div>
  )
}
