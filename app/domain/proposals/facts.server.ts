import { sql } from 'kysely'
import type { Day } from '../calendar'
import { openItems } from '../committees/agenda.server'
import type { Db } from '../context'
import { NotFound } from '../errors'
import type { Actor } from '../organisation/actor'
import { type Nested, nested, rowsOf } from '../nested.server'
import { bureausOf, withHeirs } from '../organisation/heirs.server'
import { worded } from '../worded.server'
import type { Stage } from './lifecycle'
import { isSeenBy, type NameDisclosure, type ProposalFacts } from './proposal'

/** The facts for permission questions, hidden as missing: NotFound for whoever may not read the proposal. */
export async function findFactsSeenBy(db: Db, actor: Actor, proposalId: number): Promise<ProposalFacts> {
  const facts = await findFacts(db, proposalId, actor.today)
  if (!isSeenBy(actor, facts)) throw new NotFound()
  return facts
}

/** In one statement. Throws NotFound. */
export async function findFacts(db: Db, proposalId: number, today: Day): Promise<ProposalFacts> {
  const [row] = await selectOnlyFacts(db, { proposalId, today })
  return factsOf(row)
}

const selectOnlyFacts = worded((db, { proposalId, today }: { proposalId: number; today: Day }) =>
  selectFacts(db, proposalId, today),
)

/** What `factsOf` reads; a page may select more columns in the same statement. */
export interface FactsRow {
  id: number
  stage: string
  version: number
  nameDisclosure: NameDisclosure
  submittedAt: string | null
  notifiedAt: string | null
  leadDepartmentId: number | null
  implementingDepartmentId: number | null
  related: Nested<{ relation: string; relatedId: number | null }>
}

/** Throws NotFound when there is no row. */
export function factsOf(row: FactsRow | undefined): ProposalFacts {
  if (!row) throw new NotFound()
  const related = rowsOf(row.related)
  const relatedBy = (wanted: string) =>
    related.filter(({ relation }) => relation === wanted).map(({ relatedId }) => relatedId ?? 0)
  const notified = row.notifiedAt !== null
  return {
    id: row.id,
    stage: row.stage as Stage,
    version: row.version,
    authorIds: relatedBy('author'),
    creditedIds: relatedBy('credited'),
    helperIds: relatedBy('helper'),
    wasHeld: related.some(({ relation }) => relation === 'helper' || relation === 'formerHelper'),
    wasTalkedOver: related.some(({ relation }) => relation === 'talk'),
    nameDisclosure: row.nameDisclosure,
    submitted: row.submittedAt !== null,
    notified,
    referred: related.some(({ relation }) => relation === 'referral'),
    leadDepartmentId: row.leadDepartmentId,
    leadBureauIds: relatedBy('leadBureau'),
    concernedDepartmentIds: [
      ...relatedBy('department'),
      ...(notified && row.implementingDepartmentId !== null ? [row.implementingDepartmentId] : []),
    ],
    consultedDepartmentIds: relatedBy('consulted'),
    implementingDepartmentId: row.implementingDepartmentId,
    openItemId: relatedBy('openItem')[0] ?? null,
  }
}

/** The proposal's own columns, and to whom and what it is related, by position. */
export function selectFacts(db: Db, proposalId: number, today: Day) {
  return db
    .selectFrom('proposals')
    .leftJoin('departments', 'departments.id', 'proposals.leadDepartmentId')
    .leftJoin('decisions', 'decisions.id', 'proposals.decisionId')
    .select([
      'proposals.id',
      'proposals.stage',
      'proposals.version',
      'proposals.nameDisclosure',
      'proposals.submittedAt',
      'proposals.notifiedAt',
      'proposals.leadDepartmentId',
      'decisions.implementingDepartmentId',
      nested(
        db,
        db
          .selectFrom(relatedTo(db, proposalId, today).as('related'))
          .select(['relation', 'relatedId'])
          .orderBy('position'),
      ).as('related'),
    ])
    .where('proposals.id', '=', proposalId)
}

function relatedTo(db: Db, proposalId: number, today: Day) {
  return db
    .selectFrom('authorships')
    .select((eb) => [eb.val('author').as('relation'), 'personId as relatedId', 'position'])
    .where('proposalId', '=', proposalId)
    .where('leftAt', 'is', null)
    .unionAll(
      db
        .selectFrom('mergers')
        .innerJoin('authorships', 'authorships.proposalId', 'mergers.proposalId')
        .select((eb) => [
          eb.val('credited').as('relation'),
          'authorships.personId as relatedId',
          'authorships.position',
        ])
        .where('mergers.intoId', '=', proposalId)
        .where('mergers.undoneAt', 'is', null)
        .where('authorships.leftAt', 'is', null),
    )
    .unionAll(
      db
        .selectFrom(withHeirs(askedOf(proposalId), today).as('asked'))
        .select((eb) => [
          eb.val('department').as('relation'),
          'asked.id as relatedId',
          'asked.id as position',
        ]),
    )
    .unionAll(
      db
        .selectFrom(withHeirs(consultedOn(proposalId), today).as('consulted'))
        .select((eb) => [
          eb.val('consulted').as('relation'),
          'consulted.id as relatedId',
          'consulted.id as position',
        ]),
    )
    .unionAll(
      db
        .selectFrom(bureausOf(leadOf(proposalId), today).as('leading'))
        .select((eb) => [
          eb.val('leadBureau').as('relation'),
          'leading.id as relatedId',
          'leading.id as position',
        ]),
    )
    .unionAll(
      db
        .selectFrom('holds')
        .select((eb) => [
          eb.case().when('cameBackAt', 'is', null).then('helper').else('formerHelper').end().as('relation'),
          'helperId as relatedId',
          'id as position',
        ])
        .where('proposalId', '=', proposalId),
    )
    .unionAll(
      db
        .selectFrom('referrals')
        .select((eb) => [eb.val('referral').as('relation'), 'id as relatedId', 'id as position'])
        .where('proposalId', '=', proposalId),
    )
    .unionAll(
      db
        .selectFrom('threePartyTalks')
        .select((eb) => [eb.val('talk').as('relation'), 'id as relatedId', 'id as position'])
        .where('proposalId', '=', proposalId),
    )
    .unionAll(
      openItems(db)
        .select((eb) => [
          eb.val('openItem').as('relation'),
          'agendaItems.id as relatedId',
          'agendaItems.id as position',
        ])
        .where('agendaItems.proposalId', '=', proposalId),
    )
}

/** What a department was asked or told goes on to those that came out of it. */
function askedOf(proposalId: number) {
  return sql`
    select "departmentId" from "considerations" where "proposalId" = ${proposalId}
    union
    select "departmentId" from "refusals" where "proposalId" = ${proposalId} and "departmentId" is not null`
}

function consultedOn(proposalId: number) {
  return sql`
    select "consultations"."departmentId" from "consultations"
    inner join "considerations" on "considerations"."id" = "consultations"."considerationId"
    where "considerations"."proposalId" = ${proposalId}`
}

function leadOf(proposalId: number) {
  return sql`select "leadDepartmentId" from "proposals" where "id" = ${proposalId}`
}
