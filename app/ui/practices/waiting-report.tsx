import type { Day } from '#app/domain/calendar'
import { Deadline } from '#app/ui/deadline'
import { type Effect, effectWords } from '#app/ui/effect-words'
import { Choice } from '#app/ui/form/choices'
import { fieldId } from '#app/ui/form/field-id'
import { textOf } from '#app/ui/form/field'
import { Hidden, SelectField, TextField } from '#app/ui/form/fields'
import type { FormState } from '#app/ui/form/form-state'

interface WaitingReportProps {
  form: FormState
  /** The fields of this row: `reports[3]`. */
  name: string
  report: Effect & {
    id: number
    version: number
    receiptNumber: string | null
    title: string
    change: string
    calculationBasis: string
    projectUnknown: 0 | 1
    confirmDueOn: Day | null
    departmentName: string
    reporterName: string
  }
  href: string
  today: Day
  /** To pick from where the reporter did not know. */
  projects: readonly { id: number; name: string }[]
}

/** A report in the list of those to confirm, with what there is to say about it. */
export function WaitingReport({ form, name, report, href, today, projects }: WaitingReportProps) {
  const { id, title, confirmDueOn, calculationBasis } = report
  const tick = `${name}.chosen`
  const effect = effectWords(report)
  return (
    <li className="row">
      <div className="flow">
        <Hidden name={`${name}.report`} value={id} />
        <Hidden name={`${name}.version`} value={report.version} />
        <Choice
          type="checkbox"
          id={fieldId(tick)}
          name={tick}
          option={{ value: 'on', label: title }}
          checked={textOf(form, tick) === 'on'}
        />
        <div className="secondary">
          {report.receiptNumber}　{report.departmentName}　{report.reporterName}
          {'　'}
          <a href={href}>
            報告を読む<span className="sr-only">：{title}</span>
          </a>
        </div>
        <p>{report.change}</p>
        {effect && <p>1年間の効果　{effect}</p>}
        {calculationBasis && <p>計算の根拠　{calculationBasis}</p>}
        {report.projectUnknown === 1 && (
          <SelectField
            form={form}
            name={`${name}.project`}
            label="対象の事務事業"
            required
            hint="ほかの課の事務事業は、「報告を読む」から選べます。"
            empty="選んでください"
            options={[
              ...projects.map((project) => ({ value: String(project.id), label: project.name })),
              { value: 'none', label: '当てはまる事務事業はない' },
            ]}
          />
        )}
        <TextField
          form={form}
          name={`${name}.headComment`}
          label={`ひとこと（${title}）`}
          readers="全職員に公開されます"
        />
      </div>
      {confirmDueOn && (
        <div>
          <Deadline dueOn={confirmDueOn} today={today} />
        </div>
      )}
    </li>
  )
}
