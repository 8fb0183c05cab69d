import { fiscalYearLabel, wareki } from '#app/domain/calendar'
import type { Db } from '#app/domain/context'
import type { AuditLine } from '#app/domain/events/audit.server'
import type { DomainEvent } from '#app/domain/events/event'
import { type Reader, sentenceOf } from '#app/domain/events/sentence'
import { retainedLabels } from '#app/domain/organisation/retention'
import { yearCheckInWords } from '#app/domain/organisation/year-check'
import { projectTextLabels } from '#app/domain/projects/project-text'
import { carriedOverInWords } from '#app/domain/projects/carry-over'
import { listLabels } from '#app/domain/transfer/list'
import { decisionLabels, stanceLabels, statusLabels } from '#app/ui/words'
import { kindInWords } from './kind-words'

/** An auditor reads that something happened, not what a committee decided before it is out. */
const auditor: Reader = { isAuthor: true, isSecretariat: true, knowsAuthors: true, knowsDecisions: false }

const labelOf = (labels: Readonly<Record<string, string>>) => (code: string) => labels[code] ?? code

/** What happened, for each line in a sentence. */
export async function wordLines(db: Db, lines: readonly AuditLine[]) {
  const departments = await departmentNames(db, lines)
  const words = {
    stance: labelOf(stanceLabels),
    decision: labelOf(decisionLabels),
    status: labelOf(statusLabels),
    department: (id: number) => departments.get(id) ?? '所属',
  }
  return lines.map((line) => ({
    ...line,
    text: sentenceOf(line.event, auditor, words) ?? officeSentence(line.event),
  }))
}

/** For what belongs to no proposal and no report, with what the event itself holds; otherwise the words of its kind. */
function officeSentence(event: DomainEvent): string {
  switch (event.kind) {
    case 'organisation.imported':
      return `一覧「${labelOf(listLabels)(event.list)}」に${event.rows}行を登録しました`
    case 'import.applied':
      return `取り込み（${labelOf(listLabels)(event.list)}）を反映しました（${event.lines}行）`
    case 'import.undone':
      return `取り込み（${labelOf(listLabels)(event.list)}）を元に戻しました`
    case 'accountRule.set':
      return `使っていないアカウントの日数を${event.unusedDays}日にしました`
    case 'reorganisation.planned':
      return `組織改正（${wareki(event.effectiveOn)}）の案を作りました`
    case 'reorganisation.scheduled':
      return `組織改正（${wareki(event.effectiveOn)}）を予定しました（職員${event.people}人、事務事業${event.projects}件）`
    case 'reorganisation.cancelled':
      return `組織改正（${wareki(event.effectiveOn)}）を取り消しました`
    case 'reorganisation.projectsPlaced':
      return `組織改正に合わせて、事務事業${event.projects}件を移しました`
    case 'projects.carriedOver':
      return `${fiscalYearLabel(event.fiscalYear)}に、${carriedOverInWords(event)}`
    case 'project.changed': {
      const fields = Object.keys(event.after).map((name) => labelOf(projectTextLabels)(name))
      return `${fiscalYearLabel(event.fiscalYear)}の事務事業（${fields.join('、')}）を直しました`
    }
    case 'project.added':
      return `${fiscalYearLabel(event.fiscalYear)}の新しい事務事業を加えました`
    case 'yearCheck.made':
      return `${fiscalYearLabel(event.fiscalYear)}の準備「${yearCheckInWords(event.item)}」を確認しました`
    case 'yearCheck.takenBack':
      return `${fiscalYearLabel(event.fiscalYear)}の準備「${yearCheckInWords(event.item)}」の確認を取り消しました`
    case 'retention.set':
      return `「${labelOf(retainedLabels)(event.what)}」の保存期間を${event.years}年にしました`
    case 'draftRule.set':
      return event.months === null
        ? '下書きを廃棄しないことにしました'
        : `下書きを、保存されないまま${event.months}か月で廃棄し、${event.warnDays}日前に知らせることにしました`
    case 'retention.disposed':
      return `「${labelOf(retainedLabels)(event.what)}」の${wareki(event.before)}より前の${event.count}件を廃棄しました`
    case 'campaign.opened':
      return `${fiscalYearLabel(event.fiscalYear)}の募集を登録しました`
    case 'campaign.changed':
      return `${fiscalYearLabel(event.fiscalYear)}の募集を変えました`
    case 'account.signedIn':
      return event.way === 'singleSignOn'
        ? 'シングルサインオンでサインインしました'
        : 'パスワードでサインインしました'
    case 'account.linked':
      return event.how === 'administrator'
        ? 'シングルサインオンの利用者IDをひも付けました'
        : '初めてのシングルサインオンで、利用者IDを職員番号によりひも付けました'
    default:
      return kindInWords(event.kind)
  }
}

async function departmentNames(db: Db, lines: readonly AuditLine[]): Promise<Map<number, string>> {
  const ids = lines.flatMap(({ event }) =>
    'departmentId' in event
      ? [event.departmentId]
      : 'leadDepartmentId' in event
        ? [event.leadDepartmentId]
        : [],
  )
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('departments')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
