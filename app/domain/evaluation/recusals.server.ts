import { bureauOn } from '../organisation/bureau-of-day.server'
import { type RawBuilder, sql, type SqlBool } from 'kysely'
import type { Day } from '../calendar'
import type { Db } from '../context'
import { type Actor, isSecretariat } from '../organisation/actor'
import type { Body } from '../organisation/seat'
import { validOn } from '../organisation/validity'
import { worded } from '../worded.server'
import type { RecusalGround } from './recusal'

export interface Recusal {
  readonly agendaItemId: number
  readonly personId: number
  readonly ground: RecusalGround
}

/** Of a sitting's members by name; nobody else's name is asked for, since it would be a proposer's. */
export interface NamedRecusal extends Recusal {
  readonly memberName: string | null
  /** Of a declared one, for the secretariat alone; empty for all others. */
  readonly reason: string
}

/**
 * Who keeps out of which item of a sitting 「除斥」: computed for authors and for everybody of the bureau that answers
 * for the lead department on that day, whatever became of it since; declared by the others. In one statement.
 */
export async function listRecusals(
  db: Db,
  { sittingId, heldOn }: { sittingId: number; heldOn: Day },
): Promise<Recusal[]> {
  return (await recusalsIn(sittingId, heldOn).execute(db)).rows
}

interface OfSitting {
  readonly id: number
  readonly body: Body
  readonly heldOn: Day
}

/** What of an item its recusals hang on. */
interface Judged {
  readonly id: number
  readonly proposalId: number
  readonly leadDepartmentId: number | null
}

/**
 * Of those the reader's own, by the item. In one statement that asks what the reader is bound to and not item by item, so
 * that a long agenda costs as much as a short one.
 */
export async function findOwnGrounds(
  db: Db,
  { personId }: Actor,
  { id, heldOn }: OfSitting,
): Promise<(item: Judged) => RecusalGround[]> {
  const rows = await selectOwn(db, { sittingId: id, heldOn, personId })
  return (item) => {
    const hit = (place: OwnRecusal['place']) =>
      ({ proposal: item.proposalId, lead: item.leadDepartmentId, item: item.id })[place]
    const grounds = rows.filter(({ place, key }) => hit(place) === key).map(({ ground }) => ground)
    return [...new Set(grounds)]
  }
}

/** On the page of one item: everybody's who keeps out of it, and the reader's own of the whole sitting. In one statement. */
export async function listRecusalsAround(
  db: Db,
  actor: Actor,
  { id, body, heldOn }: OfSitting,
  agendaItemId: number,
): Promise<NamedRecusal[]> {
  return selectNamed(db, {
    ...{ sittingId: id, body, heldOn, agendaItemId, personId: actor.personId },
    isSecretariat: isSecretariat(actor),
  })
}

type Asked = {
  sittingId: number
  body: Body
  heldOn: Day
  agendaItemId: number
  personId: number
  isSecretariat: boolean
}

const selectNamed = worded((db, { sittingId, body, heldOn, agendaItemId, ...reader }: Asked) => {
  const reason = reader.isSecretariat ? sql`coalesce("declaredRecusals"."reason", '')` : sql`''`
  const query = sql<NamedRecusal>`
    select "recused"."agendaItemId", "recused"."personId", "recused"."ground", "people"."name" as "memberName",
      ${reason} as "reason"
    from (${recusalsIn(sittingId, heldOn)}) as "recused"
    left join "people" on "people"."id" = "recused"."personId" and exists (
      select 1 from "seats" where "seats"."personId" = "people"."id" and "seats"."body" = ${body}
        and "seats"."role" <> 'clerk' and ${validOn('seats', heldOn)}
    )
    left join "declaredRecusals" on "declaredRecusals"."agendaItemId" = "recused"."agendaItemId"
      and "declaredRecusals"."personId" = "recused"."personId"
    where "recused"."personId" = ${reader.personId} or "recused"."agendaItemId" = ${agendaItemId}
    order by "recused"."agendaItemId", "people"."kana", "recused"."personId", "recused"."ground"`
  return { compile: () => query.compile(db) }
})

interface OwnRecusal {
  readonly place: 'proposal' | 'lead' | 'item'
  readonly key: number
  readonly ground: RecusalGround
}

const selectOwn = worded(
  (db, { sittingId, heldOn, personId }: Record<'sittingId' | 'personId', number> & { heldOn: Day }) => {
    const items = sql`select "proposalId" from "agendaItems" where "sittingId" = ${sittingId}`
    const leads = sql`select distinct "leadDepartmentId", "leadDepartmentId" from "proposals" where "id" in (${items})`
    const query = sql<OwnRecusal>`
    with recursive ${boundTo(leads, heldOn)}, ${membersOn(heldOn, sql`"seats"."personId" = ${personId}`)}
    select 'proposal' as "place", "proposalId" as "key", 'author' as "ground" from "authorships"
    where "personId" = ${personId} and "leftAt" is null and "proposalId" in (${items})
    union all
    select 'proposal', "mergers"."intoId", 'author' from "authorships"
    inner join "mergers" on "mergers"."proposalId" = "authorships"."proposalId"
    where "authorships"."personId" = ${personId} and "authorships"."leftAt" is null
      and "mergers"."undoneAt" is null and "mergers"."intoId" in (${items})
    union all
    select 'item', "agendaItemId", 'declared' from "declaredRecusals"
    where "personId" = ${personId}
      and "agendaItemId" in (select "id" from "agendaItems" where "sittingId" = ${sittingId})
    union all
    select 'lead', "bound"."key", 'leadBureau' from "bound"
    inner join "members" on "members"."bureauId" = "bound"."bureauId"`
    return { compile: () => query.compile(db) }
  },
)

/** The same for one item, as a query. */
export function recusalsOf(db: Db, { agendaItemId, heldOn }: { agendaItemId: number; heldOn: Day }) {
  const recused = sql<Recusal>`(${selectRecusals(
    sql`select "id", "proposalId" from "agendaItems" where "id" = ${agendaItemId}`,
    heldOn,
  )})`
  return db.selectFrom(recused.as('recused')).select(['agendaItemId', 'personId', 'ground'])
}

function recusalsIn(sittingId: number, heldOn: Day): RawBuilder<Recusal> {
  return selectRecusals(
    sql`select "id", "proposalId" from "agendaItems" where "sittingId" = ${sittingId}`,
    heldOn,
  )
}

/** `items`: a select of the ids of items and of their proposals. */
function selectRecusals(items: RawBuilder<unknown>, day: Day): RawBuilder<Recusal> {
  const leads = sql`
    select "items"."id", "proposals"."leadDepartmentId" from "items"
    inner join "proposals" on "proposals"."id" = "items"."proposalId"`
  return sql<Recusal>`
    with recursive
    "items" ("id", "proposalId") as (${items}),
    ${boundTo(leads, day)},
    ${membersOn(day)}
    select "items"."id" as "agendaItemId", "authorships"."personId", 'author' as "ground"
    from "items" inner join "authorships" on "authorships"."proposalId" = "items"."proposalId"
    where "authorships"."leftAt" is null
    union
    select "items"."id", "authorships"."personId", 'author'
    from "items" inner join "mergers" on "mergers"."intoId" = "items"."proposalId"
    inner join "authorships" on "authorships"."proposalId" = "mergers"."proposalId"
    where "mergers"."undoneAt" is null and "authorships"."leftAt" is null
    union
    select "bound"."key", "members"."personId", 'leadBureau' from "bound"
    inner join "members" on "members"."bureauId" = "bound"."bureauId"
    union
    select "agendaItemId", "personId", 'declared' from "declaredRecusals"
    where "agendaItemId" in (select "id" from "items")
    order by 1, 2, 3`
}

/** `leads`: a select of a key and a department. "bound": by the key, the bureaus that answer for it, whatever became of it. */
function boundTo(leads: RawBuilder<unknown>, day: Day): RawBuilder<unknown> {
  return sql`
    "leads" ("key", "departmentId") as (${leads}),
    "line" ("key", "departmentId") as (
      select "leads"."key", "led"."id" from "leads"
      inner join "departments" as "lead" on "lead"."id" = "leads"."departmentId"
      inner join "departments" as "led" on "led"."id" in ("lead"."id", ${bureauOn('lead', day)})
      union
      select "line"."key", "departmentSuccessors"."toId" from "departmentSuccessors"
      inner join "line" on "line"."departmentId" = "departmentSuccessors"."fromId"
      where "departmentSuccessors"."effectiveOn" <= ${day}
    ),
    "bound" ("key", "bureauId") as (
      select "line"."key", coalesce(${bureauOn('answering', day)}, "answering"."id") from "line"
      inner join "departments" as "answering" on "answering"."id" = "line"."departmentId"
    )`
}

/** "members": who has a seat that day, and the bureaus that they belong to. */
function membersOn(day: Day, ofThem: RawBuilder<SqlBool> = sql<SqlBool>`1 = 1`): RawBuilder<unknown> {
  return sql`
    "members" ("personId", "bureauId") as (
      select distinct "appointments"."personId", coalesce(${bureauOn('own', day)}, "own"."id") from "seats"
      inner join "appointments" on "appointments"."personId" = "seats"."personId"
      inner join "departments" as "own" on "own"."id" = "appointments"."departmentId"
      where "seats"."body" in ('improvementCommittee', 'policyCouncil') and ${ofThem}
        and ${validOn('appointments', day)} and ${validOn('seats', day)}
    )`
}
