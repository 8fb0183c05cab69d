import type { ReactNode } from 'react'
import { nameOfSitting, type SittingFacts } from '#app/domain/committees/sitting'
import type { ConsideredSubject } from '#app/domain/proposals/consideration-view'
import { ErrorSummary } from '#app/ui/form/form'
import type { FormState } from '#app/ui/form/form-state'
import { Page } from '#app/ui/page'
import { Subject } from '#app/ui/proposals/subject'

interface ResolvingPageProps {
  title: string
  sitting: SittingFacts
  subject: ConsideredSubject
  form: FormState
  labels: Readonly<Record<string, string>>
  hrefs: { sitting: string; item: string; proposal: string }
  children: ReactNode
}

/** What comes of one item of an agenda: what is proposed, and the form for the result. */
export function ResolvingPage({
  title,
  sitting,
  subject,
  form,
  labels,
  hrefs,
  children,
}: ResolvingPageProps) {
  return (
    <Page
      title={`${title}：${subject.title}`}
      crumbs={[
        { href: hrefs.sitting, label: nameOfSitting(sitting) },
        { href: hrefs.item, label: subject.receiptNumber ?? '議題' },
        { label: title },
      ]}
    >
      <ErrorSummary form={form} labels={labels} />
      <p>結果は、事務局が通知するまで、委員と事務局のほかには公開されません。</p>
      <Subject subject={subject} href={hrefs.proposal} />
      {children}
    </Page>
  )
}
