import type { Day } from '../calendar'
import type { Ctx, Db } from '../context'
import { effectTagsOf } from '../effects'
import { NotFound, RuleBroken } from '../errors'
import { nested, rowsOf } from '../nested.server'
import type { ProposalContent } from './content'

/** The text and choices as they are stored, with the version that a save must name, in one statement. Throws NotFound. */
export async function findContent(
  db: Db,
  proposalId: number,
): Promise<{ content: ProposalContent; version: number; updatedAt: string; expiresOn: Day | null }> {
  const row = await selectText(db, proposalId)
  if (!row) throw new NotFound()
  const { version, updatedAt, expiresOn, effectTags, coAuthors, projects, targets, ...text } = row
  return {
    content: {
      ...text,
      effectTags: effectTagsOf(effectTags),
      coAuthorIds: rowsOf(coAuthors).map(({ personId }) => personId),
      projectIds: rowsOf(projects).map(({ projectId }) => projectId),
      targetIds: rowsOf(targets).map(({ departmentId }) => departmentId),
    },
    version,
    updatedAt,
    expiresOn,
  }
}

function selectText(db: Db, proposalId: number) {
  return db
    .selectFrom('proposals')
    .select([
      'version',
      'updatedAt',
      'expiresOn',
      'themeId',
      'title',
      'currentSituation',
      'proposal',
      'concerns',
      'expectedEffect',
      'cost',
      'effectTags',
      'minutesPerYear',
      'yenPerYear',
      'groupName',
      'nameDisclosure',
      'willingness',
      nested(db, coAuthorsOf(db, proposalId)).as('coAuthors'),
      nested(db, projectsOf(db, proposalId)).as('projects'),
      nested(db, targetsOf(db, proposalId)).as('targets'),
    ])
    .where('id', '=', proposalId)
    .executeTakeFirst()
}

function coAuthorsOf(db: Db, proposalId: number) {
  return db
    .selectFrom('authorships')
    .select('personId')
    .where('proposalId', '=', proposalId)
    .where('role', '=', 'co')
    .where('leftAt', 'is', null)
    .orderBy('position')
}

function projectsOf(db: Db, proposalId: number) {
  return db
    .selectFrom('proposalProjects')
    .select('projectId')
    .where('proposalId', '=', proposalId)
    .orderBy('projectId')
}

function targetsOf(db: Db, proposalId: number) {
  return db
    .selectFrom('proposalTargets')
    .select('departmentId')
    .where('proposalId', '=', proposalId)
    .orderBy('departmentId')
}

/** The columns of the proposal itself; the people are `setCoAuthors`' to write. */
export function columnsOf(content: ProposalContent) {
  const { coAuthorIds: _people, projectIds: _projects, targetIds: _targets, ...text } = content
  return { ...text, effectTags: JSON.stringify(content.effectTags) }
}

/** 事務事業 and departments that the proposal is about. Throws RuleBroken for one that never existed. */
export async function setSubjects(
  { tx }: Ctx,
  proposalId: number,
  { projectIds, targetIds }: Pick<ProposalContent, 'projectIds' | 'targetIds'>,
): Promise<void> {
  await insistOnKnown(tx, 'projects', projectIds, 'projectIds')
  await insistOnKnown(tx, 'departments', targetIds, 'targetIds')
  await tx.deleteFrom('proposalProjects').where('proposalId', '=', proposalId).execute()
  await tx.deleteFrom('proposalTargets').where('proposalId', '=', proposalId).execute()
  if (projectIds.length > 0) {
    await tx
      .insertInto('proposalProjects')
      .values(projectIds.map((projectId) => ({ proposalId, projectId })))
      .execute()
  }
  if (targetIds.length > 0) {
    await tx
      .insertInto('proposalTargets')
      .values(targetIds.map((departmentId) => ({ proposalId, departmentId })))
      .execute()
  }
}

async function insistOnKnown(
  db: Db,
  table: 'projects' | 'departments',
  ids: readonly number[],
  field: string,
): Promise<void> {
  if (ids.length === 0) return
  const known = await db.selectFrom(table).select('id').where('id', 'in', ids).execute()
  if (known.length < new Set(ids).size) throw new RuleBroken('一覧から選び直してください', field)
}
