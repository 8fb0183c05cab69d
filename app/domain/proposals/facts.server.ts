import { sql } from 'kysely'
import type { Day } from '../calendar'
import { openItems } from '../committees/agenda.server'
import type { Db } from '../context'
import { NotFound } from '../errors'
import type { Actor } from '../organisation/actor'
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
  return factsOf(await selectOnlyFacts(db, { proposalId, today }))
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
  relation: string | null
  relatedId: number | null
}

/** Throws NotFound when there is no row. */
export function factsOf(rows: readonly FactsRow[]): ProposalFacts {
  const [row] = rows
  if (!row) throw new NotFound()
  const relatedBy = (relation: string) =>
    rows.filter((related) => related.relation === relation).map(({ relatedId }) => relatedId ?? 0)
  const notified = row.notifiedAt !== null
  return {
    id: row.id,
    stage: row.stage as Stage,
    version: row.version,
    authorIds: relatedBy('author'),
    creditedIds: relatedBy('credited'),
    helperIds: relatedBy('helper'),
    wasHeld: rows.some(({ relation }) => relation === 'helper' || relation === 'formerHelper'),
    wasTalkedOver: rows.some(({ relation }) => relation === 'talk'),
    nameDisclosure: row.nameDisclosure,
    submitted: row.submittedAt !== null,
    notified,
    referred: rows.some(({ relation }) => relation === 'referral'),
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

/** One row for each related person or department, the proposal's own columns on every one of them. */
export function selectFacts(db: Db, proposalId: number, today: Day) {
  return db
    .with('related', (qc) =>
      qc
        .selectFrom('authorships')
        .select((eb) => [eb.val('author').as('relation'), 'personId as relatedId', 'position'])
        .where('proposalId', '=', proposalId)
        .where('leftAt', 'is', null)
        .unionAll(
          qc
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
          qc
            .selectFrom(withHeirs(askedOf(proposalId), today).as('asked'))
            .select((eb) => [
              eb.val('department').as('relation'),
              'asked.id as relatedId',
              'asked.id as position',
            ]),
        )
        .unionAll(
          qc
            .selectFrom(withHeirs(consultedOn(proposalId), today).as('consulted'))
            .select((eb) => [
              eb.val('consulted').as('relation'),
              'consulted.id as relatedId',
              'consulted.id as position',
            ]),
        )
        .unionAll(
          qc
            .selectFrom(bureausOf(leadOf(proposalId), today).as('leading'))
            .select((eb) => [
              eb.val('leadBureau').as('relation'),
              'leading.id as relatedId',
              'leading.id as position',
            ]),
        )
        .unionAll(
          qc
            .selectFrom('holds')
            .select((eb) => [
              eb
                .case()
                .when('cameBackAt', 'is', null)
                .then('helper')
                .else('formerHelper')
                .end()
                .as('relation'),
              'helperId as relatedId',
              'id as position',
            ])
            .where('proposalId', '=', proposalId),
        )
        .unionAll(
          qc
            .selectFrom('referrals')
            .select((eb) => [eb.val('referral').as('relation'), 'id as relatedId', 'id as position'])
            .where('proposalId', '=', proposalId),
        )
        .unionAll(
          qc
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
        ),
    )
    .selectFrom('proposals')
    .leftJoin('departments', 'departments.id', 'proposals.leadDepartmentId')
    .leftJoin('decisions', 'decisions.id', 'proposals.decisionId')
    .leftJoin('related', (join) => join.onTrue())
    .select([
      'proposals.id',
      'proposals.stage',
      'proposals.version',
      'proposals.nameDisclosure',
      'proposals.submittedAt',
      'proposals.notifiedAt',
      'proposals.leadDepartmentId',
      'decisions.implementingDepartmentId',
      'related.relation',
      'related.relatedId',
    ])
    .where('proposals.id', '=', proposalId)
    .orderBy('related.position', (order) => order.asc().nullsLast())
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
