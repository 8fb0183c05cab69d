import type { FileStore } from '../attachments/file-store.server'
import { attach, type StoredFile } from '../attachments/storing.server'
import type { Ctx } from '../context'
import { ChangedMeanwhile, insist, NotFound, RuleBroken } from '../errors'
import { mayChange, mayRemove, memoLimits } from './memo'
import { findMemoFactsSeenBy } from './seen.server'

/* What a person notes for herself is nobody else's to read, so neither writing nor removing a memo is an event. */

/** A photo that is kept already, with the place where it lies. */
export interface MemoPhoto {
  readonly files: FileStore
  readonly stored: StoredFile
}

/** Keeps one line, with a photo where there is one. Its writer's alone. Throws RuleBroken at the two hundred and first. */
export async function writeMemo(
  ctx: Ctx,
  { text, photo }: { text: string; photo: MemoPhoto | null },
): Promise<{ memoId: number }> {
  await insistOnRoom(ctx)
  const { id: memoId } = await ctx.tx
    .insertInto('memos')
    .values({
      ...{ personId: ctx.actor.personId, text, writtenAt: ctx.now, version: 1 },
      ...{ sharing: 'nobody', departmentId: null, sharedAt: null },
      ...{ practiceId: null, proposalId: null, removedAt: null },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (photo) await attachPhoto(ctx, memoId, text, photo)
  return { memoId }
}

/** Puts the line right and adds a photo to a memo that has none. Throws ChangedMeanwhile. */
export async function changeMemo(
  ctx: Ctx,
  {
    memoId,
    version,
    text,
    photo,
  }: { memoId: number; version: number; text: string; photo: MemoPhoto | null },
): Promise<void> {
  insist(mayChange(ctx.actor, await findMemoFactsSeenBy(ctx.tx, ctx.actor, memoId)))
  const kept = await ctx.tx
    .selectFrom('memos')
    .select(['text', 'version', 'writtenAt'])
    .where('id', '=', memoId)
    .executeTakeFirstOrThrow()
  if (kept.version !== version && kept.text !== text) {
    throw new ChangedMeanwhile({
      ...{ at: kept.writtenAt, by: '別の画面のあなた' },
      theirs: { text: kept.text, version: String(kept.version) },
    })
  }
  await ctx.tx
    .updateTable('memos')
    .set({ text, version: kept.version + 1, writtenAt: ctx.now })
    .where('id', '=', memoId)
    .execute()
  if (photo) await attachPhoto(ctx, memoId, text, photo)
}

/** Takes a memo out of sight, also of those who think along. Can be brought back for thirty days. */
export async function removeMemo(ctx: Ctx, memoId: number): Promise<void> {
  insist(mayRemove(ctx.actor, await findMemoFactsSeenBy(ctx.tx, ctx.actor, memoId)))
  await ctx.tx.updateTable('memos').set({ removedAt: ctx.now }).where('id', '=', memoId).execute()
}

/** Brings a removed memo back as it was, once or twice the same. Throws NotFound for what is somebody else's or gone. */
export async function restoreMemo(ctx: Ctx, memoId: number): Promise<void> {
  const memo = await ctx.tx
    .selectFrom('memos')
    .select('removedAt')
    .where('id', '=', memoId)
    .where('personId', '=', ctx.actor.personId)
    .executeTakeFirst()
  if (!memo) throw new NotFound()
  if (memo.removedAt === null) return
  await insistOnRoom(ctx)
  await ctx.tx.updateTable('memos').set({ removedAt: null }).where('id', '=', memoId).execute()
}

async function insistOnRoom({ tx, actor }: Ctx): Promise<void> {
  const { count } = await tx
    .selectFrom('memos')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('personId', '=', actor.personId)
    .where('removedAt', 'is', null)
    .executeTakeFirstOrThrow()
  if (Number(count) >= memoLimits.memos) {
    throw new RuleBroken(`気づきメモは${memoLimits.memos}件までです。要らないものを消してください。`, 'text')
  }
}

/** The line says what is to be seen: nobody is asked for a second one on a phone. */
async function attachPhoto(ctx: Ctx, memoId: number, text: string, photo: MemoPhoto): Promise<void> {
  const there = await ctx.tx
    .selectFrom('attachments')
    .select('id')
    .where('memoId', '=', memoId)
    .executeTakeFirst()
  if (there) throw new RuleBroken('写真は1枚までです。前の写真を外してから付けてください', 'file')
  await attach(ctx, { ...photo, subject: { memoId }, place: 'other', description: text })
}
