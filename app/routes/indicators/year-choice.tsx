import { fiscalYearLabel } from '#app/domain/calendar'
import { Button } from '#app/ui/form/actions'
import { Hidden, SelectField } from '#app/ui/form/fields'

interface YearChoiceProps {
  years: readonly number[]
  current: number
  /** What else the address says and must keep. */
  keep?: Readonly<Record<string, string | number | undefined>>
}

/** The year of a page. A GET form: the address is the state, and it works without scripts. */
export function YearChoice({ years, current, keep = {} }: YearChoiceProps) {
  return (
    <form method="get" className="flex flex-wrap items-end gap-3 no-print">
      {Object.entries(keep).map(
        ([name, value]) => value !== undefined && <Hidden key={name} name={name} value={value} />,
      )}
      <SelectField
        form={{ key: '', values: { year: String(current) }, errors: {}, formErrors: [] }}
        name="year"
        label="年度"
        width="short"
        options={years.toReversed().map((year) => ({ value: String(year), label: fiscalYearLabel(year) }))}
      />
      <Button kind="secondary">表示する</Button>
    </form>
  )
}
