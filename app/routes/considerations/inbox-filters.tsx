import { effectTags } from '#app/domain/effects'
import { type InboxFilter, type InboxState, inboxStates } from '#app/domain/proposals/consideration-inbox'
import type { AppliedFilter } from '#app/ui/filter-panel'
import { formOf, SelectField, TextField } from '#app/ui/form/fields'
import { effectTagLabels } from '#app/ui/words'
import { paths } from '#app/web/paths'
import { inboxQuery } from './inbox-filter'

const stateLabels: Readonly<Record<InboxState, string>> = {
  waiting: '受け付け待ち',
  underWay: '検討中',
  late: '期限を過ぎたもの',
}

/** What the list is narrowed by, each with the address of the list without it. */
export function appliedTo(filter: InboxFilter): AppliedFilter[] {
  const { state, effect, text } = filter
  const applied = [
    ...(state ? [{ name: 'state', label: stateLabels[state] }] : []),
    ...(effect ? [{ name: 'effect', label: effectTagLabels[effect] }] : []),
    ...(text ? [{ name: 'text', label: `「${text}」` }] : []),
  ]
  return applied.map(({ name, label }) => ({
    label,
    removeHref: paths.considerations(inboxQuery({ ...filter, [name]: undefined })),
  }))
}

export function InboxFilters({ filter: { view, state, effect, text, order } }: { filter: InboxFilter }) {
  const form = formOf({ state: state ?? '', effect: effect ?? '', text: text ?? '' })
  return (
    <>
      {view === 'answered' && <input type="hidden" name="view" value="answered" />}
      {order && <input type="hidden" name="order" value={order} />}
      {view === 'open' && (
        <SelectField
          form={form}
          name="state"
          label="状態"
          empty="すべて"
          options={inboxStates.map((value) => ({ value, label: stateLabels[value] }))}
        />
      )}
      <SelectField
        form={form}
        name="effect"
        label="効果の種類"
        empty="すべて"
        options={effectTags.map((value) => ({ value, label: effectTagLabels[value] }))}
      />
      <TextField form={form} name="text" label="名前か受付番号" type="search" width="medium" />
    </>
  )
}
