import type { Day } from '../calendar'
import type { Ctx, Db } from '../context'
import { effectTagsOf, type IctKind } from '../effects'
import { NotFound, RuleBroken } from '../errors'
import { nested, rowsOf } from '../nested.server'
import { listPeopleInService } from '../organisation/lookup.server'
import type { PracticeContent } from './content'

export interface StoredContent {
  readonly content: PracticeContent
  /** What a save must name. */
  readonly version: number
  readonly updatedAt: string
  /** The day on which the draft goes, of which its authors were told. */
  readonly expiresOn: Day | null
}

/** The text and choices as they are stored, in one statement. Throws NotFound. */
export async function findContent(db: Db, practiceId: number): Promise<StoredContent> {
  const row = await selectText(db, practiceId)
  if (!row) throw new NotFound()
  const { version, updatedAt, expiresOn, effectTags, ictKind, members, projects, ...text } = row
  return {
    content: {
      ...text,
      ictKind: ictKind as IctKind | null,
      effectTags: effectTagsOf(effectTags),
      memberIds: rowsOf(members).map(({ personId }) => personId),
      projectIds: rowsOf(projects).map(({ projectId }) => projectId),
    },
    version,
    updatedAt,
    expiresOn,
  }
}

/** The columns of the report itself. */
export function columnsOf(content: PracticeContent) {
  const { memberIds: _people, projectIds: _projects, ...text } = content
  return { ...text, effectTags: JSON.stringify(content.effectTags) }
}

/** With whom and for which 事務事業. Throws RuleBroken for somebody who is not in service or is the reporter. */
export async function setChoices(
  ctx: Ctx,
  practiceId: number,
  reporterId: number,
  { memberIds, projectIds }: Pick<PracticeContent, 'memberIds' | 'projectIds'>,
): Promise<void> {
  await setMembers(ctx, practiceId, reporterId, memberIds)
  await setProjects(ctx, practiceId, projectIds)
}

async function setMembers(
  { tx, today }: Ctx,
  practiceId: number,
  reporterId: number,
  memberIds: readonly number[],
): Promise<void> {
  const named = [...new Set(memberIds)]
  if (named.includes(reporterId)) {
    throw new RuleBroken('報告する人は、いっしょに取り組んだ人に入れなくてかまいません', 'memberIds')
  }
  const before = await tx
    .selectFrom('practiceMembers')
    .select('personId')
    .where('practiceId', '=', practiceId)
    .execute()
  // Somebody who has left since stays a member; only new ones must be in service.
  const fresh = named.filter((id) => !before.some(({ personId }) => personId === id))
  const inService = await listPeopleInService(tx, fresh, today)
  if (inService.length < fresh.length) {
    throw new RuleBroken('在職中の職員を選び直してください', 'memberIds')
  }
  await tx.deleteFrom('practiceMembers').where('practiceId', '=', practiceId).execute()
  if (named.length === 0) return
  await tx
    .insertInto('practiceMembers')
    .values(named.map((personId, position) => ({ practiceId, personId, position })))
    .execute()
}

/** Throws RuleBroken for a project that never existed. */
export async function setProjects(
  { tx }: Ctx,
  practiceId: number,
  projectIds: readonly number[],
): Promise<void> {
  const named = [...new Set(projectIds)]
  await tx.deleteFrom('practiceProjects').where('practiceId', '=', practiceId).execute()
  if (named.length === 0) return
  const known = await tx.selectFrom('projects').select('id').where('id', 'in', named).execute()
  if (known.length < named.length) throw new RuleBroken('事務事業を一覧から選び直してください', 'projectIds')
  await tx
    .insertInto('practiceProjects')
    .values(named.map((projectId) => ({ practiceId, projectId })))
    .execute()
}

function selectText(db: Db, practiceId: number) {
  return db
    .selectFrom('practices')
    .select([
      'version',
      'updatedAt',
      'expiresOn',
      'title',
      'before',
      'change',
      'effectTags',
      'minutesPerYear',
      'yenPerYear',
      'calculationBasis',
      'recurring',
      'ictKind',
      'implementedOn',
      'projectUnknown',
      nested(
        db,
        db
          .selectFrom('practiceMembers')
          .select('personId')
          .where('practiceId', '=', practiceId)
          .orderBy('position'),
      ).as('members'),
      nested(
        db,
        db
          .selectFrom('practiceProjects')
          .select('projectId')
          .where('practiceId', '=', practiceId)
          .orderBy('projectId'),
      ).as('projects'),
    ])
    .where('id', '=', practiceId)
    .executeTakeFirst()
}
