import { bureauOn } from '../organisation/bureau-of-day.server'
import { type RawBuilder, sql } from 'kysely'
import type { Day } from '../calendar'
import type { Ctx, Db } from '../context'
import { insist, NotFound, RuleBroken } from '../errors'
import { type Actor, isSecretariat } from '../organisation/actor'
import type { Body } from '../organisation/seat'
import { validOn } from '../organisation/validity'
import { worded } from '../worded.server'
import { mayDeclareRecusal } from './policy'
import type { RecusalGround } from './recusal'
import { findScorable } from './scorable.server'

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

/** Of those the reader's own and, on the page of one item, everybody's. In one statement. */
export async function listRecusalsSeenBy(
  db: Db,
  actor: Actor,
  { id, body, heldOn }: { readonly id: number; readonly body: Body; readonly heldOn: Day },
  agendaItemId = 0,
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

/** The same for one item, as a query. */
export function recusalsOf(db: Db, { agendaItemId, heldOn }: { agendaItemId: number; heldOn: Day }) {
  const recused = sql<Recusal>`(${selectRecusals(
    sql`select "id", "proposalId" from "agendaItems" where "id" = ${agendaItemId}`,
    heldOn,
  )})`
  return db.selectFrom(recused.as('recused')).select(['agendaItemId', 'personId', 'ground'])
}

/** A member keeps out by own wish. The reason is for the secretariat alone; a score given before is taken back. */
export async function declareRecusal(
  ctx: Ctx,
  { agendaItemId, reason }: { agendaItemId: number; reason: string },
): Promise<void> {
  const scorable = await findScorable(ctx.tx, ctx.actor, agendaItemId)
  if (!scorable) throw new NotFound()
  const ownGrounds = (await recusalsOf(ctx.tx, scorable).execute())
    .filter(({ personId }) => personId === ctx.actor.personId)
    .map(({ ground }) => ground)
  insist(mayDeclareRecusal(ctx.actor, { ...scorable, ownGrounds }))
  if (reason === '') throw new RuleBroken('除斥を申し出る理由を入力してください', 'reason')
  if (scorable.scoresOpenedAt === null) {
    await ctx.tx
      .deleteFrom('scoreSheets')
      .where('agendaItemId', '=', agendaItemId)
      .where('personId', '=', ctx.actor.personId)
      .execute()
  }
  await ctx.tx
    .insertInto('declaredRecusals')
    .values({ agendaItemId, personId: ctx.actor.personId, reason, declaredAt: ctx.now })
    .execute()
  ctx.happened({ kind: 'recusal.declared', agendaItemId, sittingId: scorable.sittingId })
}

function recusalsIn(sittingId: number, heldOn: Day): RawBuilder<Recusal> {
  return selectRecusals(
    sql`select "id", "proposalId" from "agendaItems" where "sittingId" = ${sittingId}`,
    heldOn,
  )
}

/** `items`: a select of the ids of items and of their proposals. */
function selectRecusals(items: RawBuilder<unknown>, day: Day): RawBuilder<Recusal> {
  return sql<Recusal>`
    with recursive
    "items" ("id", "proposalId") as (${items}),
    "line" ("itemId", "departmentId") as (
      select "items"."id", "led"."id" from "items"
      inner join "proposals" on "proposals"."id" = "items"."proposalId"
      inner join "departments" as "lead" on "lead"."id" = "proposals"."leadDepartmentId"
      inner join "departments" as "led" on "led"."id" in ("lead"."id", ${bureauOn('lead', day)})
      union
      select "line"."itemId", "departmentSuccessors"."toId" from "departmentSuccessors"
      inner join "line" on "line"."departmentId" = "departmentSuccessors"."fromId"
      where "departmentSuccessors"."effectiveOn" <= ${day}
    ),
    "members" ("personId", "bureauId") as (
      select distinct "appointments"."personId", coalesce(${bureauOn('own', day)}, "own"."id") from "seats"
      inner join "appointments" on "appointments"."personId" = "seats"."personId"
      inner join "departments" as "own" on "own"."id" = "appointments"."departmentId"
      where "seats"."body" in ('improvementCommittee', 'policyCouncil')
        and ${validOn('appointments', day)} and ${validOn('seats', day)}
    )
    select "items"."id" as "agendaItemId", "authorships"."personId", 'author' as "ground"
    from "items" inner join "authorships" on "authorships"."proposalId" = "items"."proposalId"
    where "authorships"."leftAt" is null
    union
    select "items"."id", "authorships"."personId", 'author'
    from "items" inner join "mergers" on "mergers"."intoId" = "items"."proposalId"
    inner join "authorships" on "authorships"."proposalId" = "mergers"."proposalId"
    where "mergers"."undoneAt" is null and "authorships"."leftAt" is null
    union
    select "line"."itemId", "members"."personId", 'leadBureau' from "line"
    inner join "departments" as "answering" on "answering"."id" = "line"."departmentId"
    inner join "members" on "members"."bureauId" = coalesce(${bureauOn('answering', day)}, "answering"."id")
    union
    select "agendaItemId", "personId", 'declared' from "declaredRecusals"
    where "agendaItemId" in (select "id" from "items")
    order by 1, 2, 3`
}
