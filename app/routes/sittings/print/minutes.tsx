import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { warekiWithWeekday } from '#app/domain/calendar'
import { nameOfSitting } from '#app/domain/committees/sitting'
import { findMinutesSeenBy } from '#app/domain/proposals/sitting-minutes.server'
import { PrintFrame } from '#app/ui/print-frame'
import { attendanceRows, MinutesItems } from '#app/ui/sittings/minutes'
import { PlainText } from '#app/ui/text'
import { page } from '#app/web/page.server'
import { idParam } from '#app/web/params'
import { paths } from '#app/web/paths'
import { titled } from '#app/web/title'

export const loader = page(async ({ actor, db, params }) =>
  findMinutesSeenBy(db, actor, idParam(params, 'id')),
)

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  titled(`議事録：${data ? nameOfSitting(data.sitting) : ''}`)

export default function PrintedMinutes() {
  const { sitting, members, quorum, items } = useLoaderData<typeof loader>()
  return (
    <PrintFrame
      title={`${nameOfSitting(sitting)}　議事録`}
      marking={sitting.closedAt === null ? '会議中（未確定）' : undefined}
      backHref={paths.sitting(sitting.id)}
      head={[
        { label: '日時', value: `${warekiWithWeekday(sitting.heldOn)}　${sitting.startsAt}` },
        ...(sitting.place ? [{ label: '場所', value: sitting.place }] : []),
        ...attendanceRows(members, quorum),
      ]}
    >
      {sitting.minutes && <PlainText text={sitting.minutes} />}
      <MinutesItems items={items} />
    </PrintFrame>
  )
}
