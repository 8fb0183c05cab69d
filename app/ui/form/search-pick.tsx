import { Button } from '#app/ui/form/actions'
import { Choice, type Option } from '#app/ui/form/choices'
import { fieldId, searchedTextName, searchTextName } from '#app/ui/form/field-id'
import { Hidden } from '#app/ui/form/fields'
import { FieldError, type FieldProps, Hint, LabelText, textOf } from '#app/ui/form/field'

interface SearchPickProps extends FieldProps {
  multiple: boolean
  chosen: readonly Option[]
  /** What was found; `null` before the first search. */
  results: readonly Option[] | null
  query: string
  /** What can be typed: 「職員番号・名前・かな」. */
  searchLabel?: string | undefined
  /** Single choice that may stay open: the words of “none of them”. */
  none?: string | undefined
}

/**
 * Search, then pick: the same boxes with and without scripts. What is chosen stays a ticked box of the field
 * itself, so taking it out is unticking it, and the form always carries the whole choice.
 */
export function SearchPick({
  multiple,
  chosen,
  results,
  query,
  searchLabel,
  none,
  ...field
}: SearchPickProps) {
  const id = fieldId(field.name)
  const foundId = `${id}-found`
  const searched = results ? query.trim() : textOf(field.form, searchedTextName(field.name))
  const type = multiple ? 'checkbox' : 'radio'
  const found = results?.filter(({ value }) => !chosen.some((option) => option.value === value)) ?? []
  return (
    <fieldset className="field">
      <legend>
        <LabelText field={field} />
        <Hint field={field} />
        <FieldError form={field.form} name={field.name} />
      </legend>
      {chosen.length > 0 && (
        <div className="mt-2">
          {multiple && <p className="secondary">選んだもの（外すときはチェックを外します）</p>}
          {chosen.map((option) => (
            <Choice key={option.value} type={type} name={field.name} option={option} checked />
          ))}
        </div>
      )}
      {none && !multiple && (
        <Choice
          type="radio"
          name={field.name}
          option={{ value: '', label: none }}
          checked={chosen.length === 0}
        />
      )}
      <label htmlFor={id} className="block">
        {searchLabel ?? 'ことばで探す'}
      </label>
      <div className="flex gap-2" data-search-pick="">
        <input
          id={id}
          name={searchTextName(field.name)}
          type="text"
          className="control control-medium"
          defaultValue={query}
          autoComplete="off"
          enterKeyHint="search"
          aria-describedby={results ? foundId : undefined}
          // The answer is a page of its own: it begins at what was asked, and not at its top.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus={results !== null}
        />
        {searched && <Hidden name={searchedTextName(field.name)} value={searched} />}
        <Button kind="secondary" name="search" value={field.name} hidden={field.label}>
          さがす
        </Button>
      </div>
      <p id={foundId} role="status" className="secondary">
        {results && foundWords(results, found.length)}
      </p>
      {found.map((option) => (
        <Choice key={option.value} type={type} name={field.name} option={option} checked={false} />
      ))}
    </fieldset>
  )
}

function foundWords(results: readonly Option[], left: number): string {
  if (results.length === 0) return '見つかりません。短いことばや番号でもさがせます。'
  return left === 0 ? '見つかったものは、もう選んであります。' : `${left}件見つかりました。選んでください。`
}
