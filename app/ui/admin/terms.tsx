import { type Day, warekiShort } from '#app/domain/calendar'
import { appointmentKinds } from '#app/domain/organisation/powers'
import { type Body, bodyNames, type SeatRole, seatRoleNames } from '#app/domain/organisation/seat'
import { Empty } from '#app/ui/empty'
import { Button } from '#app/ui/form/actions'
import { DataTable } from '#app/ui/table'

interface Term {
  readonly id: number
  readonly validFrom: Day
  readonly validTo: Day | null
}

interface Appointment extends Term {
  readonly kind: 'main' | 'concurrent' | 'acting'
  readonly departmentId: number
  readonly departmentName: string
  readonly postName: string
  readonly isHead: 0 | 1
}

interface Seat extends Term {
  readonly body: Body
  readonly role: SeatRole
}

/** 発令 of a person: to come, in force and past, with what can be done about each. */
export function AppointmentTable({
  appointments,
  today,
  endHref,
  cancelHref,
  handoverHref,
}: {
  appointments: readonly Appointment[]
  today: Day
  endHref: (id: number) => string
  cancelHref: (id: number) => string
  /** 引継書 of a department, for those who may read it. */
  handoverHref?: ((departmentId: number) => string) | undefined
}) {
  if (appointments.length === 0) return <Empty>発令はありません。</Empty>
  return (
    <DataTable
      caption="新しい順"
      rows={appointments}
      keyOf={({ id }) => id}
      isCurrent={(row) => stateOf(row, today) === '今'}
      columns={[
        {
          key: 'place',
          label: '所属と職位',
          cell: ({ departmentName, postName }) => `${departmentName}　${postName}`,
        },
        { key: 'kind', label: '種類', cell: ({ kind }) => appointmentKinds[kind] },
        ...termColumns(today),
        {
          key: 'end',
          label: '操作',
          cell: (row) =>
            row.validFrom > today ? (
              <form method="post" action={cancelHref(row.id)}>
                <Button kind="text" hidden={`${row.departmentName} ${row.postName}`}>
                  取り消す
                </Button>
              </form>
            ) : (
              <>
                <EndLink row={row} today={today} href={endHref(row.id)} what={row.departmentName} />
                {handoverHref && row.isHead === 1 && stateOf(row, today) === '今' && (
                  <>
                    {'　'}
                    <a href={handoverHref(row.departmentId)} className="nav-link">
                      引継書<span className="sr-only">：{row.departmentName}</span>
                    </a>
                  </>
                )}
              </>
            ),
        },
      ]}
    />
  )
}

export function SeatTable({
  seats,
  today,
  endHref,
}: {
  seats: readonly Seat[]
  today: Day
  endHref: (id: number) => string
}) {
  if (seats.length === 0) return <Empty>どの会議体の名簿にも入っていません。</Empty>
  return (
    <DataTable
      caption="新しい順"
      rows={seats}
      keyOf={({ id }) => id}
      isCurrent={(row) => stateOf(row, today) === '今'}
      columns={[
        { key: 'body', label: '会議体', cell: ({ body }) => bodyNames[body] },
        { key: 'role', label: '役割', cell: ({ role }) => seatRoleNames[role] },
        ...termColumns(today),
        {
          key: 'end',
          label: '操作',
          cell: (row) => (
            <EndLink row={row} today={today} href={endHref(row.id)} what={bodyNames[row.body]} />
          ),
        },
      ]}
    />
  )
}

function EndLink({ row, today, href, what }: { row: Term; today: Day; href: string; what: string }) {
  if (stateOf(row, today) === '過去') return '－'
  return (
    <a href={href} className="nav-link">
      最後の日を入れる<span className="sr-only">：{what}</span>
    </a>
  )
}

function termColumns(today: Day) {
  return [
    { key: 'from', label: '初日', cell: ({ validFrom }: Term) => warekiShort(validFrom) },
    { key: 'to', label: '末日', cell: ({ validTo }: Term) => (validTo ? warekiShort(validTo) : '－') },
    { key: 'state', label: '状態', cell: (row: Term) => stateOf(row, today) },
  ]
}

function stateOf({ validFrom, validTo }: Term, today: Day): '予定' | '今' | '過去' {
  if (validFrom > today) return '予定'
  return validTo !== null && validTo < today ? '過去' : '今'
}
