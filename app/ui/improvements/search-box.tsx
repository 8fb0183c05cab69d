import { Button } from '#app/ui/form/actions'
import { Hidden } from '#app/ui/form/fields'

interface SearchBoxProps {
  action: string
  query: string
  /** Filters that stay as they are. */
  kept: Readonly<Record<string, string | number | undefined>>
}

/** Words first: whoever comes here mostly has one in mind. */
export function SearchBox({ action, query, kept }: SearchBoxProps) {
  return (
    <form method="get" action={action} role="search" aria-label="ことばで探す" className="no-print">
      {Object.entries(kept).map(([name, value]) =>
        value === undefined ? null : <Hidden key={name} name={name} value={value} />,
      )}
      <label htmlFor="q" className="field-label">
        ことばで探す
      </label>
      <p id="q-hint" className="field-hint">
        2文字から探せます。空白で区切ると、すべてを含むものを探します。「&quot;」で囲むと、続けて書かれたものだけを探します。
      </p>
      <div className="flex gap-2">
        <input
          id="q"
          name="q"
          type="text"
          className="control control-full"
          defaultValue={query}
          aria-describedby="q-hint"
          autoComplete="off"
          enterKeyHint="search"
        />
        <Button kind="secondary">さがす</Button>
      </div>
    </form>
  )
}
