import { formOf, Hidden, SelectField } from '#app/ui/form/fields'
import { paths } from '#app/web/paths'
import type { Choices } from './choices'
import { type LibraryFilter, queryOf } from './filter'

/** What the list can be narrowed to, with how many there are of each where that is certain. */
export function Filters({ filter, choices }: { filter: LibraryFilter; choices: Choices }) {
  const { q, sort, more, ...chosen } = filter
  const form = formOf(
    Object.fromEntries(Object.entries(chosen).map(([name, value]) => [name, String(value ?? '')])),
  )
  return (
    <>
      {q && <Hidden name="q" value={q} />}
      {filter.like !== undefined && <Hidden name="like" value={String(filter.like)} />}
      {sort !== 'new' && <Hidden name="sort" value={sort} />}
      {choices.map(({ name, options }) => (
        <SelectField
          key={name}
          form={form}
          name={name}
          label={choiceLabels[name]}
          empty="すべて"
          options={options.map(([value, label]) => ({ value, label }))}
        />
      ))}
      {!more && (
        <a href={paths.improvements({ ...queryOf(filter), more: 1 })} className="nav-link">
          道具・効果・施策でも絞り込む
        </a>
      )}
    </>
  )
}

const choiceLabels: Readonly<Record<Choices[number]['name'], string>> = {
  year: '年度',
  bureau: '部',
  section: '課',
  tag: 'よくなったこと',
  ict: '使ったICT',
  effect: '1年間の効果',
  chapter: '総合計画の章',
  measure: '節と施策',
}
