import type { ReactNode } from 'react'
import type { Day } from '#app/domain/calendar'
import type { ConsideredSubject, ConsiderationView } from '#app/domain/proposals/consideration-view'
import { ErrorSummary } from '#app/ui/form/form'
import type { FormState } from '#app/ui/form/form-state'
import { Page } from '#app/ui/page'
import { ConsiderationsSection } from '#app/ui/proposals/considerations-section'
import { Subject } from '#app/ui/proposals/subject'

interface MatterPageProps {
  /** 「判定を記録する」 */
  title: string
  subject: ConsideredSubject
  considerations: readonly ConsiderationView[]
  today: Day
  form: FormState
  labels?: Readonly<Record<string, string>> | undefined
  hrefs: { triage: string; proposal: string }
  /** What else lies before the body. */
  papers?: ReactNode
  children: ReactNode
}

/** One matter before a body: what is proposed, what the departments say, and the form for what follows. */
export function MatterPage({
  title,
  subject,
  considerations,
  today,
  form,
  labels,
  hrefs,
  papers,
  children,
}: MatterPageProps) {
  return (
    <Page
      title={`${title}：${subject.title}`}
      crumbs={[
        { href: hrefs.triage, label: '事務改善委員会' },
        { href: hrefs.proposal, label: subject.receiptNumber ?? '提案' },
        { label: title },
      ]}
    >
      <ErrorSummary form={form} labels={labels} />
      <Subject subject={subject} href={hrefs.proposal} />
      <ConsiderationsSection considerations={considerations} today={today} />
      {papers}
      <section className="flow" aria-labelledby="act">
        <h2 id="act">{title}</h2>
        {children}
      </section>
    </Page>
  )
}
