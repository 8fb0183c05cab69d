import { detachAll } from '../attachments/storing.server'
import { fiscalYearOf } from '../calendar'
import type { Ctx } from '../context'
import { ChangedMeanwhile, insist } from '../errors'
import { mainAppointment } from '../organisation/actor'
import { isSameContent, type PracticeContent } from './content'
import { columnsOf, findContent, setChoices, type StoredContent } from './content.server'
import { findPracticeFactsSeenBy } from './facts.server'
import { mayDiscard, mayDraft, mayRevise } from './policy'
import { touchDraft } from './touching.server'

export interface SavedPractice {
  readonly practiceId: number
  readonly version: number
}

/** Saves whatever is written so far: into the draft there is, or into a new one. */
export async function keepDraft(
  ctx: Ctx,
  { content, draft }: { content: PracticeContent; draft: SavedPractice | null },
): Promise<SavedPractice> {
  return draft ? revisePractice(ctx, { ...draft, content }) : draftPractice(ctx, content)
}

/** Begins a draft that only its authors see; the reporter's department is the one of today. */
export async function draftPractice(ctx: Ctx, content: PracticeContent): Promise<SavedPractice> {
  insist(mayDraft(ctx.actor))
  const reporterId = ctx.actor.personId
  const { id: practiceId } = await ctx.tx
    .insertInto('practices')
    .values({
      ...columnsOf(content),
      ...{ stage: 'draft', stageSince: ctx.now, createdAt: ctx.now, updatedAt: ctx.now },
      ...{ fiscalYear: fiscalYearOf(ctx.today), reporterId, headComment: '', version: 1 },
      departmentId: mainAppointment(ctx.actor)?.departmentId ?? 0,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  ctx.happened({ kind: 'practice.drafted', practiceId })
  await setChoices(ctx, practiceId, reporterId, content)
  return { practiceId, version: 1 }
}

/**
 * Saves the whole text with its choices, by hand or by itself while typing. The same text again changes nothing.
 * Throws ChangedMeanwhile, with the text as it now is, when another save came first.
 */
export async function revisePractice(
  ctx: Ctx,
  { practiceId, version, content }: SavedPractice & { content: PracticeContent },
): Promise<SavedPractice> {
  const facts = await findPracticeFactsSeenBy(ctx.tx, ctx.actor, practiceId)
  insist(mayRevise(ctx.actor, facts))
  const stored = await findContent(ctx.tx, practiceId)
  if (isSameContent(stored.content, content)) {
    // Saved as it is: nothing of the text changes, but it is not forgotten.
    if (stored.expiresOn !== null) await touchDraft(ctx, practiceId)
    return { practiceId, version: stored.version }
  }
  insistOnVersion(stored, version)
  await ctx.tx
    .updateTable('practices')
    .set({ ...columnsOf(content), version: version + 1, updatedAt: ctx.now, expiresOn: null })
    .where('id', '=', practiceId)
    .execute()
  await setChoices(ctx, practiceId, facts.reporterId, content)
  return { practiceId, version: version + 1 }
}

/** A draft that was never reported goes for good; the log keeps that there was one, and nothing of its text. */
export async function discardPractice(ctx: Ctx, { practiceId }: { practiceId: number }): Promise<void> {
  insist(mayDiscard(ctx.actor, await findPracticeFactsSeenBy(ctx.tx, ctx.actor, practiceId)))
  await eraseDraft(ctx, practiceId)
}

/** Part of the commands that let a draft go, which ask who may. */
export async function eraseDraft(ctx: Ctx, practiceId: number): Promise<void> {
  for (const table of ['practiceMembers', 'practiceProjects'] as const) {
    await ctx.tx.deleteFrom(table).where('practiceId', '=', practiceId).execute()
  }
  await detachAll(ctx, { practiceId })
  await ctx.tx.deleteFrom('practices').where('id', '=', practiceId).execute()
  ctx.happened({ kind: 'practice.discarded', practiceId })
}

/** Throws ChangedMeanwhile unless the text is still the one that the person has seen. */
export function insistOnVersion({ content, version: now, updatedAt }: StoredContent, seen: number): void {
  if (now === seen) return
  throw new ChangedMeanwhile({
    at: updatedAt,
    by: 'いっしょに取り組んだ人、または別の画面のあなた',
    theirs: {
      title: content.title,
      before: content.before,
      change: content.change,
      calculationBasis: content.calculationBasis,
      version: String(now),
    },
  })
}
