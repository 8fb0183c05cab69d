import { fiscalYearLabel } from '#app/domain/calendar'
import type { Db } from '#app/domain/context'
import { listAuditLines } from '#app/domain/events/audit.server'
import type { DomainEvent } from '#app/domain/events/event'
import { yearCheckInWords } from '#app/domain/organisation/year-check'
import { carriedOverInWords } from '#app/domain/projects/carry-over'
import { type SettingName, settingInWords, settingLabels } from '#app/domain/organisation/year-settings'

const kinds = [
  ...(['fiscalYear.opened', 'fiscalYear.changed', 'fiscalYear.closed'] as const),
  ...([
    'projects.carriedOver',
    'project.added',
    'project.changed',
    'campaign.opened',
    'campaign.changed',
  ] as const),
  ...(['yearCheck.made', 'yearCheck.takenBack'] as const),
]
/** Of all years together: some tens of a year. */
const looked = 500

/** What was decided about one year, with what stood there before. */
export async function listYearChanges(db: Db, fiscalYear: number) {
  const lines = await listAuditLines(db, { kinds }, { limit: looked })
  return lines.flatMap(({ seq, at, by, event }) =>
    'fiscalYear' in event && event.fiscalYear === fiscalYear ? [{ seq, at, by, text: sentence(event) }] : [],
  )
}

function sentence(event: Extract<DomainEvent, { fiscalYear: number }>): string {
  const label = fiscalYearLabel(event.fiscalYear)
  switch (event.kind) {
    case 'fiscalYear.opened':
      return `${label}を開きました`
    case 'fiscalYear.closed':
      return `${label}を確定しました`
    case 'projects.carriedOver':
      return carriedOverInWords(event)
    case 'project.changed':
      return '事務事業を直しました'
    case 'project.added':
      return '新しい事務事業を加えました'
    case 'yearCheck.made':
      return `準備「${yearCheckInWords(event.item)}」を確認しました`
    case 'yearCheck.takenBack':
      return `準備「${yearCheckInWords(event.item)}」の確認を取り消しました`
    case 'campaign.opened':
      return '募集を登録しました'
    case 'campaign.changed':
      return '募集を変えました'
    case 'fiscalYear.changed': {
      const names = Object.keys(event.after) as SettingName[]
      return names
        .map((name) => {
          const before = settingInWords(name, event.before[name] ?? null)
          return `${settingLabels[name]}：${before} → ${settingInWords(name, event.after[name] ?? null)}`
        })
        .join('、')
    }
  }
}
