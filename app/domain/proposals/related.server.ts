import { type Expression, sql } from 'kysely'
import type { Db } from '../context'
import { type Actor, isSecretariat } from '../organisation/actor'
import { worded } from '../worded.server'
import { isAuthor, knowsAuthors, type ProposalFacts } from './proposal'
import { authors, credited } from './related-people.server'
import { attached } from './related-files.server'
import { merged, refused, returned, withdrawn } from './related-endings.server'
import { linked } from './related-links.server'

/** What stands around a proposal, each thing as one line of text. */
export type RelatedKind =
  | 'author'
  | 'credited'
  | 'project'
  | 'target'
  | 'department'
  | 'waiting'
  | 'helper'
  | 'previous'
  | 'next'
  | 'mergedInto'
  | 'mergedFrom'
  | 'returned'
  | 'refused'
  | 'withdrawn'
  | 'merged'
  | 'attachment'

export interface Related {
  readonly kind: RelatedKind
  readonly id: number
  readonly name: string
  readonly detail: string | null
}

/**
 * Everything that the proposal's page links to or names, in one statement. The part with the names is not even asked
 * for when the reader may not know them; links lead only to proposals that the reader may open.
 */
export async function listRelatedSeenBy(
  db: Db,
  actor: Actor,
  facts: ProposalFacts,
  fiscalYear: number,
): Promise<Related[]> {
  const rows = await selectRelated(db, {
    ...{
      proposalId: facts.id,
      fiscalYear,
      leadDepartmentId: facts.leadDepartmentId,
      notified: facts.notified,
    },
    ...{ personId: actor.personId, isSecretariat: isSecretariat(actor) },
    knowsAuthors: knowsAuthors(actor, facts),
    isInformed: isAuthor(actor, facts) || isSecretariat(actor),
  })
  return rows.map(({ kind, id, name, detail }) => ({ kind: kind as RelatedKind, id, name, detail }))
}

type Asked = {
  proposalId: number
  fiscalYear: number
  leadDepartmentId: number | null
  notified: boolean
  personId: number
  isSecretariat: boolean
  knowsAuthors: boolean
  isInformed: boolean
}

const selectRelated = worded((db, asked: Asked) => {
  const { proposalId } = asked
  const parts = [
    ...(asked.knowsAuthors ? [authors(db, proposalId), credited(db, asked)] : []),
    projects(db, proposalId, asked.fiscalYear),
    departments(db, asked),
    waiting(db, proposalId),
    helper(db, proposalId),
    ...linked(db, asked, proposalId),
    ...(asked.isInformed ? [returned(db, proposalId)] : []),
    refused(db, proposalId),
    withdrawn(db, proposalId),
    merged(db, proposalId),
    attached(db, asked),
  ]
  return parts
    .reduce<ReturnType<typeof targets>>((union, part) => union.unionAll(part), targets(db, proposalId))
    .orderBy('position')
})

/** The columns of every part, in this order: a union goes by place, not by name. */
export type Part = Expression<{
  kind: string
  id: number
  name: string
  detail: string | null
  position: number
}>

export const nothing = sql<string | null>`cast(null as text)`

function projects(db: Db, proposalId: number, fiscalYear: number): Part {
  return db
    .selectFrom('proposalProjects')
    .innerJoin('projectYears', 'projectYears.projectId', 'proposalProjects.projectId')
    .innerJoin('departments', 'departments.id', 'projectYears.departmentId')
    .select((eb) => [
      eb.val<string>('project').as('kind'),
      'projectYears.projectId as id',
      'projectYears.name',
      eb.ref('departments.name').$castTo<string | null>().as('detail'),
      'projectYears.projectId as position',
    ])
    .where('proposalProjects.proposalId', '=', proposalId)
    .where('projectYears.fiscalYear', '=', fiscalYear)
}

function targets(db: Db, proposalId: number) {
  return db
    .selectFrom('proposalTargets')
    .innerJoin('departments', 'departments.id', 'proposalTargets.departmentId')
    .select((eb) => [
      eb.val<string>('target').as('kind'),
      'departments.id',
      'departments.name',
      nothing.as('detail'),
      'departments.id as position',
    ])
    .where('proposalTargets.proposalId', '=', proposalId)
}

/** Those that the history may name: asked, told, consulted, leading, carrying out. */
function departments(
  db: Db,
  { proposalId, leadDepartmentId }: Pick<Asked, 'proposalId' | 'leadDepartmentId'>,
): Part {
  return db
    .selectFrom('departments')
    .select((eb) => [
      eb.val<string>('department').as('kind'),
      'departments.id',
      'departments.name',
      nothing.as('detail'),
      'departments.id as position',
    ])
    .where((eb) =>
      eb.or([
        eb('departments.id', '=', leadDepartmentId),
        ...(['considerations', 'refusals', 'implementations'] as const).map((table) =>
          eb(
            'departments.id',
            'in',
            eb.selectFrom(table).select('departmentId').where('proposalId', '=', proposalId),
          ),
        ),
        eb(
          'departments.id',
          'in',
          eb
            .selectFrom('consultations')
            .innerJoin('considerations', 'considerations.id', 'consultations.considerationId')
            .select('consultations.departmentId')
            .where('considerations.proposalId', '=', proposalId),
        ),
      ]),
    )
}

/** Departments that still owe an answer. */
function waiting(db: Db, proposalId: number): Part {
  return db
    .selectFrom('considerations')
    .innerJoin('departments', 'departments.id', 'considerations.departmentId')
    .select((eb) => [
      eb.val<string>('waiting').as('kind'),
      'considerations.id',
      'departments.name',
      nothing.as('detail'),
      'considerations.id as position',
    ])
    .where('considerations.proposalId', '=', proposalId)
    .where('considerations.answeredAt', 'is', null)
}

/** Who helps the proposal grow while it is on hold, and until when. */
function helper(db: Db, proposalId: number): Part {
  return db
    .selectFrom('holds')
    .innerJoin('people', 'people.id', 'holds.helperId')
    .select((eb) => [
      eb.val<string>('helper').as('kind'),
      'holds.id',
      'people.name',
      eb.ref('holds.recheckOn').$castTo<string | null>().as('detail'),
      'holds.id as position',
    ])
    .where('holds.proposalId', '=', proposalId)
    .where('holds.cameBackAt', 'is', null)
}
