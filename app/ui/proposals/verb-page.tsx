import type { ReactNode } from 'react'
import { ErrorSummary } from '#app/ui/form/form'
import type { FormState } from '#app/ui/form/form-state'
import { Page } from '#app/ui/page'

interface VerbPageProps {
  /** 「取り下げる」 */
  title: string
  proposal: { readonly title: string; readonly receiptNumber: string | null }
  href: string
  form: FormState
  labels?: Readonly<Record<string, string>> | undefined
  children: ReactNode
}

/** The page of one verb on one proposal: which one, what will happen, and the form. */
export function VerbPage({ title, proposal, href, form, labels, children }: VerbPageProps) {
  const name = proposal.title || '名前のない下書き'
  return (
    <Page
      title={title}
      crumbs={[{ href, label: proposal.receiptNumber ?? name }, { label: title }]}
      meta={<span>{name}</span>}
    >
      <ErrorSummary form={form} labels={labels} />
      {children}
    </Page>
  )
}
