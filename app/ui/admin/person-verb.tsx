import type { ReactNode } from 'react'
import { ErrorSummary } from '#app/ui/form/form'
import type { FormState } from '#app/ui/form/form-state'
import { Page } from '#app/ui/page'

/** The page of one verb on one person. */
export function PersonVerb({
  title,
  person,
  href,
  form,
  children,
}: {
  title: string
  person: { readonly name: string; readonly employeeNumber: string }
  /** The person's own page. */
  href: string
  form: FormState
  children: ReactNode
}) {
  return (
    <Page
      title={title}
      crumbs={[{ href, label: person.name }, { label: title }]}
      meta={<span>{`${person.employeeNumber}　${person.name}`}</span>}
    >
      <ErrorSummary form={form} />
      {children}
    </Page>
  )
}
