import type { ReactNode } from 'react'
import { Button } from '#app/ui/form/actions'
import { fieldId } from '#app/ui/form/field-id'
import { Hidden } from '#app/ui/form/fields'
import type { Conflict, FormState } from '#app/ui/form/form-state'

interface VerbFormProps {
  form: FormState
  action?: string | undefined
  multipart?: boolean | undefined
  /** Where drafts are kept while typing; a button that keeps a draft must stand in the form as well. */
  autosave?: string | undefined
  /**
   * For a form with a search-and-pick field: Enter presses the first submit button, so a hidden one
   * (`search=auto`) leaves it to the server whether a search text was typed or the form is meant.
   */
  searches?: boolean | undefined
  children: ReactNode
}

/** One verb: a POST with its one-time key and the version of the record that was shown. */
export function VerbForm({ form, action, multipart, autosave, searches, children }: VerbFormProps) {
  return (
    <form
      id={formId(form)}
      method="post"
      action={action}
      encType={multipart ? 'multipart/form-data' : undefined}
      noValidate
      data-autosave={autosave}
      className="form-flow"
    >
      <Hidden name="formKey" value={form.key} />
      {form.version !== undefined && <Hidden name="version" value={form.version} />}
      {searches && (
        <button type="submit" name="search" value="auto" className="sr-only" tabIndex={-1} aria-hidden="true">
          さがす
        </button>
      )}
      {autosave && <p className="secondary no-print" data-autosave-status="" />}
      {children}
    </form>
  )
}

interface ErrorSummaryProps {
  form: FormState
  /** Labels by field name, put before a message that does not say which field it means. */
  labels?: Readonly<Record<string, string>> | undefined
}

/** Everything to correct, at the top of the page. Takes the focus where scripts run. */
export function ErrorSummary({ form, labels = {} }: ErrorSummaryProps) {
  const ofFields = Object.entries(form.errors).flatMap(([name, messages]) =>
    messages.map((message) => ({ name, text: withLabel(labels[name], message) })),
  )
  const count = form.formErrors.length + ofFields.length
  if (count === 0 && !form.conflict) return null
  return (
    <div id="error-summary" role="alert" tabIndex={-1} className="border-4 border-red-900 p-4 flow">
      {form.conflict && <ConflictText conflict={form.conflict} form={form} />}
      {count > 0 && (
        <>
          <h2 className="text-std-18B-160">入力内容を確認してください（{count}件）</h2>
          <ul>
            {form.formErrors.map((message) => (
              <li key={message}>{message}</li>
            ))}
            {ofFields.map(({ name, text }) => (
              <li key={`${name} ${text}`}>
                <a href={`#${fieldId(name)}`}>{text}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

function ConflictText({ conflict, form }: { conflict: Conflict; form: FormState }) {
  return (
    <>
      <h2 className="text-std-18B-160">ほかの人が先に保存しました</h2>
      <p>
        {conflict.by}が{conflict.at}に更新しました。あなたの内容はまだ保存していません。
      </p>
      {conflict.theirs.map(({ label, value, mine }) => (
        <section key={label} className="grid gap-4 md:grid-cols-2">
          <h3 className="md:col-span-2">{label}</h3>
          <ConflictSide title="今の内容" text={value} />
          <ConflictSide title="あなたの内容" text={mine} />
        </section>
      ))}
      <div className="flex flex-wrap items-center gap-3">
        <Button form={formId(form)} kind="secondary">
          自分の内容で上書きする
        </Button>
        {/* oxlint-disable-next-line jsx-a11y/anchor-is-valid -- an empty address is this page, read anew */}
        <a href="" className="nav-link">
          最新を見る（入力した内容は消えます）
        </a>
      </div>
    </>
  )
}

function ConflictSide({ title, text }: { title: string; text: string }) {
  return (
    <div className="card">
      <p className="font-700">{title}</p>
      <p className="whitespace-pre-wrap">{text || '未入力'}</p>
    </div>
  )
}

function formId(form: FormState): string {
  return `form-${form.key}`
}

function withLabel(label: string | undefined, message: string): string {
  return !label || message.includes(label) ? message : `${label}：${message}`
}
