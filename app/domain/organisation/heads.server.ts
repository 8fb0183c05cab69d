import { bureauOn } from './bureau-of-day.server'
import { type RawBuilder, sql } from 'kysely'
import type { Day } from '../calendar'
import { validOn } from './validity'
import { usualDeputyRank } from './year-settings'

/*
 * Who answers for a department on a day: its head; a delegate 「代理」 beside the head; where nobody is head, the 次長 of
 * the bureau, or the secretariat where there is none. All are for a FROM or an IN, and all are small: a city has some
 * hundred departments. Whoever is still appointed to a department that has ended is nobody there. `actor.server.ts` asks from the person's side, everybody else from the department's.
 */

/** 次長級, as the settings of the year rank it in the list of posts: of the latest year that has begun by that day. */
export function deputyRankOn(day: Day): RawBuilder<number> {
  return sql<number>`coalesce((
    select "fiscalYears"."deputyRank" from "fiscalYears"
    where cast("fiscalYears"."fiscalYear" as text) || '-04-01' <= ${day}
    order by "fiscalYears"."fiscalYear" desc limit 1
  ), ${sql.lit(usualDeputyRank)})`
}

interface Held {
  departmentId: number
  personId: number
}

/** Heads by 発令. */
export function appointedHeads(day: Day): RawBuilder<Held> {
  return sql<Held>`(
    select "appointments"."departmentId", "appointments"."personId"
    from "posts" inner join "appointments" on "appointments"."postId" = "posts"."id"
    inner join "departments" on "departments"."id" = "appointments"."departmentId"
    where "posts"."isHead" = 1 and ${validOn('appointments', day)} and ${validOn('departments', day)}
  )`
}

/** Those who may stand in for the heads of a bureau 「部」 and its sections. */
export function deputies(day: Day): RawBuilder<Held> {
  return sql<Held>`(
    select "appointments"."departmentId", "appointments"."personId"
    from "posts" inner join "appointments" on "appointments"."postId" = "posts"."id"
    inner join "departments" on "departments"."id" = "appointments"."departmentId"
    where "posts"."rank" = ${deputyRankOn(day)} and "posts"."isHead" = 0 and ${validOn('appointments', day)}
      and ${validOn('departments', day)}
  )`
}

interface InForce extends Held {
  id: number
  headId: number
  validTo: Day
  postName: string
  rank: number
}

/**
 * Delegations that run: the head still heads the department, and the delegate still belongs to it or to its bureau, so
 * that a transfer ends a delegation by itself.
 */
export function delegationsInForce(day: Day): RawBuilder<InForce> {
  return sql<InForce>`(
    select "delegations"."id", "delegations"."departmentId", "delegations"."delegateId" as "personId",
      "delegations"."headId", "delegations"."validTo", "posts"."name" as "postName", "posts"."rank"
    from "delegations"
    inner join "departments" on "departments"."id" = "delegations"."departmentId"
    inner join "appointments" on "appointments"."personId" = "delegations"."headId"
      and "appointments"."departmentId" = "delegations"."departmentId"
    inner join "posts" on "posts"."id" = "appointments"."postId"
    where "delegations"."endedAt" is null and ${validOn('delegations', day)}
      and "posts"."isHead" = 1 and ${validOn('appointments', day)} and ${validOn('departments', day)}
      and exists (
        select 1 from "appointments" as "own"
        where "own"."personId" = "delegations"."delegateId" and ${validOn('own', day)}
          and "own"."departmentId" in ("departments"."id", ${bureauOn('departments', day)})
      )
  )`
}

/** Departments that nobody heads that day, with the bureau that answers for them. */
export function vacancies(day: Day): RawBuilder<{ departmentId: number; bureauId: number }> {
  return sql<{ departmentId: number; bureauId: number }>`(
    select "departments"."id" as "departmentId", coalesce(${bureauOn('departments', day)}, "departments"."id") as "bureauId"
    from "departments"
    where ${validOn('departments', day)}
      and "departments"."id" not in (select "departmentId" from ${appointedHeads(day)} as "headed")
  )`
}

interface StandIn extends Held {
  office: 'deputy' | 'secretariat'
}

/** Who does the duties of a head where there is none. */
export function standIns(day: Day): RawBuilder<StandIn> {
  return sql<StandIn>`(
    select "vacant"."departmentId", "deputies"."personId", 'deputy' as "office"
    from ${deputies(day)} as "deputies"
    inner join ${vacancies(day)} as "vacant" on "vacant"."bureauId" = "deputies"."departmentId"
    union all
    select "vacant"."departmentId", "seats"."personId", 'secretariat' as "office"
    from "seats" inner join ${vacancies(day)} as "vacant" on 1 = 1
    where "seats"."body" = 'secretariat' and ${validOn('seats', day)}
      and "vacant"."bureauId" not in (select "departmentId" from ${deputies(day)} as "there")
  )`
}

/** Everybody who may act as the head of one of these departments (a FROM of `id`), each once. */
export function actingHeadsOf(departments: RawBuilder<unknown>, day: Day): RawBuilder<{ personId: number }> {
  const asked = sql`"departmentId" in (select "id" from ${departments} as "asked")`
  return sql<{ personId: number }>`(
    select "personId" from ${appointedHeads(day)} as "heads" where ${asked}
    union
    select "personId" from ${delegationsInForce(day)} as "delegates" where ${asked}
    union
    select "personId" from ${standIns(day)} as "standIns" where ${asked}
  )`
}
