import type { ReactNode } from 'react'
import { ErrorSummary } from '#app/ui/form/form'
import type { FormState } from '#app/ui/form/form-state'
import { Page } from '#app/ui/page'
import { ImplementationSection } from '#app/ui/proposals/implementation-section'
import { paths } from '#app/web/paths'
import type { loadCarriedOut } from './carried-out.server'

interface CarriedOutPageProps {
  /** 「実施状況を報告する」 */
  title: string
  carriedOut: Awaited<ReturnType<typeof loadCarriedOut>>
  form: FormState
  labels?: Readonly<Record<string, string>> | undefined
  children: ReactNode
}

/** One step of carrying a proposal out: the form, and what was reported before. */
export function CarriedOutPage({ title, carriedOut, form, labels, children }: CarriedOutPageProps) {
  const { subject, implementation, today } = carriedOut
  return (
    <Page
      title={`${title}：${subject.title}`}
      crumbs={[
        { href: paths.proposal(subject.id), label: subject.receiptNumber ?? '提案' },
        { label: title },
      ]}
    >
      <ErrorSummary form={form} labels={labels} />
      {children}
      <ImplementationSection
        implementation={implementation}
        today={today}
        projectHrefOf={(projectId) => paths.project(projectId)}
      />
    </Page>
  )
}
