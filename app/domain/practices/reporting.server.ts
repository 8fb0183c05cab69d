import { addDays, type Day, fiscalYearOf, nextWorkingDay } from '../calendar'
import type { Ctx, Db } from '../context'
import { insist, RuleBroken } from '../errors'
import { together } from '../nested.server'
import { mainAppointment } from '../organisation/actor'
import { findFiscalYear, notOpened } from '../organisation/fiscal-years.server'
import { findConfirmingDepartment } from './confirming-department.server'
import { type Missing, missingIn, type PracticeContent } from './content'
import { findContent } from './content.server'
import { insistOnVersion, keepDraft, type SavedPractice } from './drafting.server'
import { findPracticeFactsSeenBy } from './facts.server'
import { movePractice } from './move.server'
import { mayReport } from './policy'
import { practiceReceiptNumber } from './practice'
import { suspicionOf } from './suspicion'

/** Newest reports whose figures make the median of the year; more of them would not move it. */
const figuresLookedAt = 1_000

/** Saves what was written, if it could be reported as it stands. Throws RuleBroken at the field that is in the way. */
export async function prepareReport(
  ctx: Ctx,
  { content, draft }: { content: PracticeContent; draft: SavedPractice | null },
): Promise<SavedPractice> {
  await insistOnComplete(ctx, content)
  return keepDraft(ctx, { content, draft })
}

/**
 * Hands the report to whoever confirms it, visible in the department from now on. It gets the year of this day and its
 * number once; a report that comes back after a return keeps both. Throws RuleBroken while something is missing,
 * ChangedMeanwhile when the text is no longer the one that was checked (`version`).
 */
export async function reportPractice(
  ctx: Ctx,
  { practiceId, version }: SavedPractice,
): Promise<{ practiceId: number; receiptNumber: string }> {
  const facts = await findPracticeFactsSeenBy(ctx.tx, ctx.actor, practiceId)
  insist(mayReport(ctx.actor, facts))
  const stored = await findContent(ctx.tx, practiceId)
  insistOnVersion(stored, version)
  await insistOnComplete(ctx, stored.content)
  const year = await findFiscalYear(ctx.tx, fiscalYearOf(ctx.today))

  const departmentId = mainAppointment(ctx.actor)?.departmentId ?? facts.departmentId
  const receipt = await numberOf(ctx, practiceId, year.fiscalYear)
  await movePractice(ctx, practiceId, 'report')
  await ctx.tx
    .updateTable('practices')
    .set({
      ...receipt,
      departmentId,
      confirmingDepartmentId: await findConfirmingDepartment(
        ctx.tx,
        departmentId,
        [facts.reporterId, ...facts.memberIds],
        ctx.today,
      ),
      reportedAt: ctx.now,
      confirmDueOn: nextWorkingDay(addDays(ctx.today, year.confirmWithinDays)),
    })
    .where('id', '=', practiceId)
    .execute()
  ctx.happened({ kind: 'practice.reported', practiceId, receiptNumber: receipt.receiptNumber })
  return { practiceId, receiptNumber: receipt.receiptNumber }
}

/** All that must still be filled in or explained before it may be reported that day. One statement. */
export async function listMissing(db: Db, content: PracticeContent, today: Day): Promise<Missing[]> {
  const fiscalYear = fiscalYearOf(today)
  const { years, figures } = await together(db, {
    years: db
      .selectFrom('fiscalYears')
      .select(['titleLength', 'suspiciousMinutesPerYear', 'suspiciousYenPerYear'])
      .where('fiscalYear', '=', fiscalYear),
    figures: figuresOf(db, fiscalYear).limit(isToBeCompared(content) ? figuresLookedAt : 0),
  })
  const [year] = years
  if (!year) throw notOpened(fiscalYear)
  const missing = missingIn(content, year, today)
  if (!isToBeCompared(content)) return missing
  const suspicion = suspicionOf(content, year, {
    minutes: figures.flatMap(({ minutesPerYear }) => minutesPerYear ?? []),
    yen: figures.flatMap(({ yenPerYear }) => yenPerYear ?? []),
  })
  return suspicion === null ? missing : [...missing, { field: 'calculationBasis', message: suspicion }]
}

/** Only a figure that nobody has explained may be too large. */
function isToBeCompared({ minutesPerYear, yenPerYear, calculationBasis }: PracticeContent): boolean {
  return calculationBasis === '' && (Boolean(minutesPerYear) || Boolean(yenPerYear))
}

function figuresOf(db: Db, fiscalYear: number) {
  return db
    .selectFrom('practices')
    .select(['minutesPerYear', 'yenPerYear'])
    .where('fiscalYear', '=', fiscalYear)
    .where('receiptSeq', 'is not', null)
    .orderBy('receiptSeq', 'desc')
}

async function insistOnComplete(ctx: Ctx, content: PracticeContent): Promise<void> {
  const [missing] = await listMissing(ctx.tx, content, ctx.today)
  if (missing) throw new RuleBroken(missing.message, missing.field)
}

async function numberOf({ tx }: Ctx, practiceId: number, fiscalYear: number) {
  const given = await tx
    .selectFrom('practices')
    .select(['fiscalYear', 'receiptSeq', 'receiptNumber'])
    .where('id', '=', practiceId)
    .executeTakeFirstOrThrow()
  const { receiptNumber } = given
  if (receiptNumber !== null) return { ...given, receiptNumber }
  const last = await tx
    .selectFrom('practices')
    .select((eb) => eb.fn.max('receiptSeq').as('seq'))
    .where('fiscalYear', '=', fiscalYear)
    .executeTakeFirst()
  const receiptSeq = (last?.seq ?? 0) + 1
  return { fiscalYear, receiptSeq, receiptNumber: practiceReceiptNumber(fiscalYear, receiptSeq) }
}
