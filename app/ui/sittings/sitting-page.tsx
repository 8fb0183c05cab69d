import type { ReactNode } from 'react'
import { nameOfSitting, type SittingFacts, sittingInWords } from '#app/domain/committees/sitting'
import { ErrorSummary } from '#app/ui/form/form'
import type { FormState } from '#app/ui/form/form-state'
import { Page } from '#app/ui/page'

interface SittingVerbPageProps {
  /** 「資料を送る」 */
  title: string
  sitting: SittingFacts
  hrefs: { sittings: string; sitting: string }
  form: FormState
  labels?: Readonly<Record<string, string>> | undefined
  children: ReactNode
}

/** The page of one verb on one sitting: which one, what will happen, and the form. */
export function SittingVerbPage({ title, sitting, hrefs, form, labels, children }: SittingVerbPageProps) {
  return (
    <Page
      title={title}
      crumbs={[
        { href: hrefs.sittings, label: '会議' },
        { href: hrefs.sitting, label: nameOfSitting(sitting) },
        { label: title },
      ]}
      meta={<span>{sittingInWords(sitting)}</span>}
    >
      <ErrorSummary form={form} labels={labels} />
      {children}
    </Page>
  )
}
