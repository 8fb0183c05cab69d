import { type ShownAttachment, shownTo, type Subject } from './attachments/attachment'
import { findAttachment, listAttachments } from './attachments/fetching.server'
import { attach, type Attaching, describeFile, detach } from './attachments/storing.server'
import type { Ctx, Db } from './context'
import { insist, NotFound } from './errors'
import type { Actor } from './organisation/actor'
import { mayChange as mayChangeMemo } from './memos/memo'
import { findMemoFactsSeenBy } from './memos/seen.server'
import { findPracticeFactsSeenBy } from './practices/facts.server'
import { mayRevise as mayRevisePractice } from './practices/policy'
import { touchDraft as touchPractice } from './practices/touching.server'
import { findFactsSeenBy } from './proposals/facts.server'
import { mayRevise as mayReviseProposal } from './proposals/policy'
import { knowsAuthors } from './proposals/proposal'
import { touchDraft as touchProposal } from './proposals/touching.server'
import type { Verdict } from './verdict'

/*
 * Files belong to a proposal, to a report or to a memo: whoever may read the matter may read them, whoever may change its text may
 * change them, and whoever may not know its authors is told nothing that could name them.
 */

interface Reading {
  readonly knowsAuthors: boolean
  readonly mayRevise: Verdict
}

/** Attaches a file that is on disk. Throws NotFound, NotPermitted after the matter was handed in, RuleBroken. */
export async function attachFile(ctx: Ctx, attaching: Attaching): Promise<{ attachmentId: number }> {
  insist((await findReading(ctx.tx, ctx.actor, attaching.subject)).mayRevise)
  const attached = await attach(ctx, attaching)
  await touch(ctx, attaching.subject)
  return attached
}

/** Takes a file away from a matter whose text the person may still change; returns whose it was. */
export async function detachFile(ctx: Ctx, { attachmentId }: { attachmentId: number }): Promise<Subject> {
  const { subject } = await findAttachment(ctx.tx, attachmentId)
  insist((await findReading(ctx.tx, ctx.actor, subject)).mayRevise)
  await detach(ctx, attachmentId)
  await touch(ctx, subject)
  return subject
}

/** Says anew what is to be seen, as long as the text of the matter may be changed; returns whose it is. */
export async function redescribeFile(
  ctx: Ctx,
  { attachmentId, description }: { attachmentId: number; description: string },
): Promise<Subject> {
  const { subject } = await findAttachment(ctx.tx, attachmentId)
  insist((await findReading(ctx.tx, ctx.actor, subject)).mayRevise)
  await describeFile(ctx, attachmentId, description)
  await touch(ctx, subject)
  return subject
}

/** The files of a matter with whether this person may change them. Throws NotFound for whoever may not read it. */
export async function listAttachmentsSeenBy(
  db: Db,
  actor: Actor,
  subject: Subject,
): Promise<{ attachments: ShownAttachment[]; mayRevise: Verdict }> {
  const reading = await findReading(db, actor, subject)
  const attachments = shownTo(reading, await listAttachments(db, subject))
  return { attachments, mayRevise: reading.mayRevise }
}

/** One file with its matter. Throws NotFound for whoever may not read the matter, and for what is withheld. */
export async function findAttachmentSeenBy(db: Db, actor: Actor, attachmentId: number) {
  const { subject, ...file } = await findAttachment(db, attachmentId)
  const { attachments, mayRevise } = await listAttachmentsSeenBy(db, actor, subject)
  const shown = attachments.find(({ id }) => id === attachmentId)
  if (!shown || shown.isWithheld) throw new NotFound()
  return { subject, mayRevise, shown, ...file }
}

/** A draft whose photos somebody works on is not forgotten. */
async function touch(ctx: Ctx, subject: Subject): Promise<void> {
  if ('practiceId' in subject) await touchPractice(ctx, subject.practiceId)
  if ('proposalId' in subject) await touchProposal(ctx, subject.proposalId)
}

async function findReading(db: Db, actor: Actor, subject: Subject): Promise<Reading> {
  if ('practiceId' in subject) {
    const facts = await findPracticeFactsSeenBy(db, actor, subject.practiceId)
    return { knowsAuthors: true, mayRevise: mayRevisePractice(actor, facts) }
  }
  if ('memoId' in subject) {
    const facts = await findMemoFactsSeenBy(db, actor, subject.memoId)
    return { knowsAuthors: true, mayRevise: mayChangeMemo(actor, facts) }
  }
  const facts = await findFactsSeenBy(db, actor, subject.proposalId)
  return { knowsAuthors: knowsAuthors(actor, facts), mayRevise: mayReviseProposal(actor, facts) }
}
