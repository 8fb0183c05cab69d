import { addWorkingDays } from '#app/domain/calendar'
import type { EffectTag, IctKind } from '#app/domain/effects'
import { RuleBroken } from '#app/domain/errors'
import { confirmPractices } from '#app/domain/practices/confirmation.server'
import type { PracticeContent } from '#app/domain/practices/content'
import { prepareReport, reportPractice } from '#app/domain/practices/reporting.server'
import { returnPractice } from '#app/domain/practices/returning.server'
import { flag, listed, numberOrNull } from './cells'
import { calculationBasis, missingInReport } from './gaps'
import { type Act, headAt, holderAt, keyOf, type Loading } from './loading.server'
import { dayOfMoment, inOfficeHours, lastDay, moment, type Moment, notAfter, spread } from './moments'
import type { Keys } from './organisation.server'
import { attachPhotos, photosOf } from './photos.server'
import type { PracticeLine } from './tables.server'

/** A report on the day of the improvement, and what the head made of it within a week. */
export function practiceActs(lines: readonly PracticeLine[], keys: Keys): Act[] {
  return lines.flatMap((line) => {
    const at = inOfficeHours(line.implementedOn, line.ref)
    const report = { id: 0 }
    const reporting: Act = {
      at,
      perform: async (loading) => void (report.id = await reportLine(loading, line, keys, at)),
    }
    const judging = judgement(line, report, at)
    return judging ? [reporting, judging] : [reporting]
  })
}

async function reportLine(loading: Loading, line: PracticeLine, keys: Keys, at: Moment): Promise<number> {
  const reporterId = keyOf(keys.people, line.reporterEmployeeNumber)
  const photos = await photosOf(loading, line.ref)
  const report = (content: PracticeContent) =>
    loading.act(at, reporterId, async (ctx) => {
      const saved = await prepareReport(ctx, { content, draft: null })
      await attachPhotos(ctx, saved, photos)
      return reportPractice(ctx, saved)
    })
  const content = contentOf(line, keys)
  try {
    return (await report(content)).practiceId
  } catch (error) {
    // A few reports claim so much that they are asked how it was reckoned.
    if (!(error instanceof RuleBroken) || error.field !== 'calculationBasis') throw error
    return (await report({ ...content, calculationBasis })).practiceId
  }
}

function contentOf(line: PracticeLine, keys: Keys): PracticeContent {
  const projects = listed(line.projectCodes).map((code) => keyOf(keys.projects, `${line.fiscalYear} ${code}`))
  return {
    ...{ title: line.title, before: line.before, change: line.after, calculationBasis: '' },
    effectTags: listed(line.effectTags).map(tagOf),
    minutesPerYear: numberOrNull(line.minutesSavedPerYear),
    yenPerYear: numberOrNull(line.yenSavedPerYear),
    recurring: flag(line.recurring),
    ictKind: ictKinds[line.ictKind] ?? null,
    implementedOn: line.implementedOn,
    projectUnknown: projects.length === 0 ? 1 : 0,
    memberIds: listed(line.coReporterEmployeeNumbers).map((number) => keyOf(keys.people, number)),
    projectIds: projects,
  }
}

/** Confirmed within a week; not yet when it is this year's; given back when its year is over. */
function judgement(line: PracticeLine, report: { id: number }, reportedAt: Moment): Act | null {
  const day = notAfter(addWorkingDays(dayOfMoment(reportedAt), 1 + spread(line.ref, 5)), lastDay)
  const at = moment(day, 17 * 60 + spread(line.ref, 30))
  if (line.confirmedByHead === '1') return { at, perform: (loading) => confirm(loading, line, report.id, at) }
  return line.fiscalYear === '2026' ? null : { at, perform: (loading) => giveBack(loading, report.id, at) }
}

async function confirm(loading: Loading, line: PracticeLine, practiceId: number, at: Moment): Promise<void> {
  const { version, confirmerId } = await findReport(loading, practiceId, at)
  const projectIds = line.projectCodes === '' ? [] : null
  await loading.act(at, confirmerId, (ctx) =>
    confirmPractices(ctx, [{ practiceId, version, headComment: line.headComment, projectIds }]),
  )
}

async function giveBack(loading: Loading, practiceId: number, at: Moment): Promise<void> {
  const { confirmerId } = await findReport(loading, practiceId, at)
  await loading.act(at, confirmerId, (ctx) => returnPractice(ctx, { practiceId, missing: missingInReport }))
}

/** Whoever confirms it on that day: the head, else the head of the 部, else the secretariat. */
async function findReport(loading: Loading, practiceId: number, at: Moment) {
  const report = await loading.db
    .selectFrom('practices')
    .leftJoin('departments', 'departments.id', 'practices.confirmingDepartmentId')
    .select([
      'version',
      'reporterId',
      'confirmingDepartmentId',
      'departments.parentId',
      'departments.validTo',
    ])
    .where('practices.id', '=', practiceId)
    .executeTakeFirstOrThrow()
  const members = await loading.db
    .selectFrom('practiceMembers')
    .select('personId')
    .where('practiceId', '=', practiceId)
    .execute()
  const authors = [report.reporterId, ...members.map(({ personId }) => personId)]
  const hasEnded = report.validTo !== null && report.validTo < dayOfMoment(at)
  const asked = hasEnded ? [] : [report.confirmingDepartmentId, report.parentId]
  const head = await headAt(loading, asked, at, authors)
  return {
    version: report.version,
    confirmerId: head ?? (await holderAt(loading, 'secretariat', at, authors)),
  }
}

const tags: Readonly<Record<string, EffectTag>> = {
  時間短縮: 'time',
  経費削減: 'cost',
  ミス防止: 'mistakes',
  住民サービス: 'service',
  働きやすさ: 'workplace',
  歳入増: 'revenue',
  安全: 'safety',
  環境: 'environment',
}

const ictKinds: Readonly<Record<string, IctKind>> = {
  AI: 'ai',
  RPA: 'rpa',
  ノーコード: 'noCode',
  オンライン申請: 'onlineApplication',
  その他: 'other',
}

function tagOf(word: string): EffectTag {
  const tag = tags[word]
  if (!tag) throw new Error(`No effect is called ${word}`)
  return tag
}
