import { type ShownAuthor } from '#app/ui/proposals/head'
import {
  choiceRows,
  effectRows,
  type ShownNames,
  type ShownText,
  subjectRows,
} from '#app/ui/proposals/proposal-text'
import { SummaryList, type SummaryRow } from '#app/ui/summary-list'
import { PlainText } from '#app/ui/text'

type ChangeHref = (field: string) => string

interface MissingBoxProps {
  missing: readonly { readonly field: string; readonly message: string }[]
  changeHref: ChangeHref
}

export function MissingBox({ missing, changeHref }: MissingBoxProps) {
  if (missing.length === 0) return null
  return (
    <section className="card flow">
      <h2>提出する前に直してください（{missing.length}件）</h2>
      <ul>
        {missing.map(({ field, message }) => (
          <li key={field}>
            <a href={changeHref(field)}>{message}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}

interface CheckSectionsProps {
  text: ShownText & { readonly title: string }
  names: ShownNames
  authors: readonly ShownAuthor[]
  changeHref: ChangeHref
}

/** All answers as they will be sent, each with the way to change it. */
export function CheckSections({ text, names, authors, changeHref }: CheckSectionsProps) {
  const paragraphs = (value: string) => value && <PlainText text={value} />
  const [themeRow, ...aboutRows] = subjectRows(text, names)
  const sections: { title: string; rows: SummaryRow[]; fields: string[] }[] = [
    {
      title: '何を変えたいか',
      rows: [
        ...(themeRow ? [themeRow] : []),
        { label: '提案の名前', value: text.title },
        { label: '今どうなっているか', value: paragraphs(text.currentSituation) },
        ...aboutRows,
      ],
      fields: ['themeId', 'title', 'currentSituation', 'targetIds', 'projectIds'],
    },
    {
      title: 'どう変えるか',
      rows: [
        { label: 'どう変えるか', value: paragraphs(text.proposal) },
        { label: '実施にあたって心配なこと', value: paragraphs(text.concerns) },
      ],
      fields: ['proposal', 'concerns'],
    },
    {
      title: '期待する効果',
      rows: [...effectRows(text), { label: '期待する効果', value: paragraphs(text.expectedEffect) }],
      fields: ['effectTags', 'hoursPerYear', 'yenPerYear', 'cost', 'expectedEffect'],
    },
    {
      title: 'だれと',
      rows: [
        {
          label: '提案者',
          value: authors.map(({ name, department }) => `${name}（${department ?? ''}）`).join('、'),
        },
        ...choiceRows(text),
      ],
      fields: ['coAuthorIds', 'groupName', 'nameDisclosure', 'willingness'],
    },
  ]
  return sections.map(({ title, rows, fields }) => (
    <section key={title} className="flow">
      <h2>{title}</h2>
      <SummaryList
        rows={rows.map((row, index) => ({ ...row, changeHref: changeHref(fields[index] ?? 'title') }))}
      />
    </section>
  ))
}
