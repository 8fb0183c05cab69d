import type { ReactNode } from 'react'
import type { Verdict } from '#app/domain/verdict'
import { Refused } from '#app/ui/form/actions'
import { ErrorSummary } from '#app/ui/form/form'
import type { FormState } from '#app/ui/form/form-state'
import { Page } from '#app/ui/page'

interface YearVerbProps {
  title: string
  /** 「令和8年度」 */
  label: string
  hrefs: { readonly years: string; readonly year: string }
  form: FormState
  may: Verdict
  children: ReactNode
}

/** The page of one verb on one fiscal year, or why it cannot be done. */
export function YearVerb({ title, label, hrefs, form, may, children }: YearVerbProps) {
  return (
    <Page
      title={`${title}：${label}`}
      heading={title}
      crumbs={[{ href: hrefs.years, label: '年度' }, { href: hrefs.year, label }, { label: title }]}
      meta={<span>{label}</span>}
    >
      <ErrorSummary form={form} />
      {may.ok ? children : <Refused reason={may.reason}>{title}</Refused>}
    </Page>
  )
}
