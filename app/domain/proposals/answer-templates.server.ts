import type { Ctx, Db } from '../context'
import { ChangedMeanwhile, insist, NotFound, RuleBroken } from '../errors'
import { type Actor, departmentIds, headedDepartmentIds, heads } from '../organisation/actor'
import { isOrBecame } from '../organisation/heirs.server'
import {
  type AnswerTemplate,
  filledFrom,
  mayKeepTemplates,
  templateFields,
  type TemplateText,
} from './answer-template'
import type { ConsiderationText } from './consideration'
import { saveConsiderationDraft } from './consideration.server'
import { findAskedSeenBy } from './consideration-facts.server'
import { mayWriteDraft } from './consideration-policy'

/* A wording decides nothing, so keeping one is no event; what is answered with it stands in the record. */

/** More than anybody looks through. */
const mostTemplates = 50

export type WrittenTemplate = TemplateText & { readonly name: string }

/** Those of the reader's departments and of what they came out of, by name. One statement. */
export async function listTemplates(db: Db, actor: Actor): Promise<AnswerTemplate[]> {
  return templatesOf(db, actor).execute()
}

/** The same as a query, for a page that asks it together with others. */
export function templatesOf(db: Db, actor: Actor) {
  return selectTemplates(db, actor)
    .orderBy('departments.code')
    .orderBy('answerTemplates.name')
    .orderBy('answerTemplates.id')
    .limit(mostTemplates * 5)
}

/** Throws NotFound for what another department keeps, and for what is retired. */
export async function findTemplate(db: Db, actor: Actor, templateId: number): Promise<AnswerTemplate> {
  const template = await selectTemplates(db, actor)
    .where('answerTemplates.id', '=', templateId)
    .executeTakeFirst()
  if (!template) throw new NotFound()
  return template
}

/** Throws RuleBroken at the fifty-first, for a name that is taken, and for one without any wording. */
export async function addTemplate(
  ctx: Ctx,
  { departmentId, ...written }: WrittenTemplate & { departmentId: number },
): Promise<{ templateId: number }> {
  insist(mayKeepTemplates(heads(ctx.actor, departmentId)))
  await insistOnSound(ctx, departmentId, written)
  const { id: templateId } = await ctx.tx
    .insertInto('answerTemplates')
    .values({
      ...{ ...written, departmentId, writtenAt: ctx.now, writtenById: ctx.actor.personId },
      ...{ version: 1, retiredAt: null, retiredById: null },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { templateId }
}

/** Throws ChangedMeanwhile when somebody else saved first, and RuleBroken like `addTemplate`. */
export async function changeTemplate(
  ctx: Ctx,
  { templateId, version, ...written }: WrittenTemplate & { templateId: number; version: number },
): Promise<void> {
  const kept = await findTemplate(ctx.tx, ctx.actor, templateId)
  insist(mayKeepTemplates(kept.isHeaded === 1))
  if (kept.version !== version) throw await changedMeanwhile(ctx, kept)
  await insistOnSound(ctx, kept.departmentId, written, templateId)
  await ctx.tx
    .updateTable('answerTemplates')
    .set({ ...written, version: version + 1, writtenAt: ctx.now, writtenById: ctx.actor.personId })
    .where('id', '=', templateId)
    .execute()
}

/** Nobody is offered it any more; drafts that began with it keep their words. */
export async function retireTemplate(ctx: Ctx, templateId: number): Promise<void> {
  const { isHeaded } = await findTemplate(ctx.tx, ctx.actor, templateId)
  insist(mayKeepTemplates(isHeaded === 1))
  await ctx.tx
    .updateTable('answerTemplates')
    .set({ retiredAt: ctx.now, retiredById: ctx.actor.personId })
    .where('id', '=', templateId)
    .execute()
}

/** Keeps what was typed as a draft, with the wording in the fields that are still empty. Throws ChangedMeanwhile. */
export async function draftFromTemplate(
  ctx: Ctx,
  {
    templateId,
    text,
    ...written
  }: { considerationId: number; version: number; text: ConsiderationText; templateId: number },
): Promise<void> {
  insist(mayWriteDraft(ctx.actor, await findAskedSeenBy(ctx.tx, ctx.actor, written.considerationId)))
  const template = await findTemplate(ctx.tx, ctx.actor, templateId)
  await saveConsiderationDraft(ctx, { ...written, text: filledFrom(template, text) })
}

async function insistOnSound(
  ctx: Ctx,
  departmentId: number,
  written: WrittenTemplate,
  templateId = 0,
): Promise<void> {
  if (templateFields.every((field) => written[field].trim() === '')) {
    throw new RuleBroken('どれか1つの文を入力してください', 'grounds')
  }
  const others = await ctx.tx
    .selectFrom('answerTemplates')
    .select('name')
    .where('departmentId', '=', departmentId)
    .where('retiredAt', 'is', null)
    .where('id', '<>', templateId)
    .execute()
  if (others.some(({ name }) => name === written.name)) {
    throw new RuleBroken('同じ名前のひな形があります。別の名前を入力してください', 'name')
  }
  if (templateId === 0 && others.length >= mostTemplates) {
    throw new RuleBroken(
      `ひな形は1つの課に${mostTemplates}件までです。使わないものを廃止してください。`,
      'name',
    )
  }
}

async function changedMeanwhile(
  ctx: Ctx,
  { id, departmentId: _, departmentName: __, isHeaded: ___, version, ...theirs }: AnswerTemplate,
) {
  const writer = await ctx.tx
    .selectFrom('answerTemplates')
    .innerJoin('people', 'people.id', 'answerTemplates.writtenById')
    .select(['people.name', 'answerTemplates.writtenAt'])
    .where('answerTemplates.id', '=', id)
    .executeTakeFirstOrThrow()
  return new ChangedMeanwhile({
    ...{ at: writer.writtenAt, by: writer.name },
    theirs: { ...theirs, version: String(version) },
  })
}

function selectTemplates(db: Db, actor: Actor) {
  return db
    .selectFrom('answerTemplates')
    .innerJoin('departments', 'departments.id', 'answerTemplates.departmentId')
    .select(['answerTemplates.id', 'answerTemplates.departmentId', 'departments.name as departmentName'])
    .select(['answerTemplates.name', 'answerTemplates.version', 'answerTemplates.grounds'])
    .select(['answerTemplates.conditions', 'answerTemplates.possibleWhen', 'answerTemplates.wordToProposer'])
    .select((eb) =>
      eb
        .case()
        .when(isOrBecame('answerTemplates.departmentId', headedDepartmentIds(actor), actor.today))
        .then<0 | 1>(1)
        .else<0 | 1>(0)
        .end()
        .as('isHeaded'),
    )
    .where('answerTemplates.retiredAt', 'is', null)
    .where(isOrBecame('answerTemplates.departmentId', departmentIds(actor), actor.today))
}
