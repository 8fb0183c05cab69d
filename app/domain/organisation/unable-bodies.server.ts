import { type RawBuilder, sql } from 'kysely'
import type { Day } from '../calendar'
import { bodyNames, chairedBodies } from './seat'
import { validOn } from './validity'

/**
 * For a FROM: the bodies that cannot act on a day, with what they lack, by the same rules as `lackOf`: nobody to preside, or
 * fewer members than the quorum of that day. Of the bodies that a town has ever seated, in their order.
 */
export function unableBodies(day: Day): RawBuilder<{ place: number; title: string }> {
  const ofBody = (more: RawBuilder<unknown>) => sql`
    from "seats" where "seats"."body" = "chaired"."body" and ${more} and ${validOn('seats', day)}`
  return sql<{ place: number; title: string }>`(
    select "counted"."place", "counted"."name" || case
      when "counted"."presiders" = 0 then '（委員長も副委員長もいません）'
      else '（委員が' || "counted"."members" || '人で、定足数の' || "counted"."needed" || '人に足りません）' end as "title"
    from (
      select "chaired"."place", "chaired"."name",
        (select count(*) ${ofBody(sql`"seats"."role" in ('chair', 'viceChair')`)}) as "presiders",
        (select count(distinct "seats"."personId") ${ofBody(sql`"seats"."role" <> 'clerk'`)}) as "members",
        coalesce((
          select case "quorumRules"."share" when 'half' then ("quorumRules"."seats" + 1) / 2
            when 'majority' then "quorumRules"."seats" / 2 + 1 else ("quorumRules"."seats" * 2 + 2) / 3 end
          from "quorumRules" where "quorumRules"."body" = "chaired"."body" and "quorumRules"."validFrom" <= ${day}
          order by "quorumRules"."validFrom" desc limit 1
        ), 0) as "needed"
      from (${named()}) as "chaired"
      where exists (
        select 1 from "seats" where "seats"."body" = "chaired"."body" and "seats"."validFrom" <= ${day}
      )
    ) as "counted"
    where "counted"."presiders" = 0 or "counted"."members" < "counted"."needed"
  )`
}

function named(): RawBuilder<unknown> {
  const rows = chairedBodies.map(
    (body, place) =>
      sql`select ${sql.lit(place + 1)} as "place", ${sql.lit(body)} as "body", ${sql.lit(bodyNames[body])} as "name"`,
  )
  return sql.join(rows, sql` union all `)
}
