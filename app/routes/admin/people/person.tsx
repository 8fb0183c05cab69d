import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { hasPassword } from '#app/domain/accounts/passwords.server'
import { mayKeepAccounts } from '#app/domain/accounts/policy'
import { parseDay, wareki } from '#app/domain/calendar'
import { isSecretariat } from '#app/domain/organisation/actor'
import { findActor } from '#app/domain/organisation/actor.server'
import { listAppointmentsOf, listSeatsOf } from '#app/domain/organisation/people-lookup.server'
import { powersOf } from '#app/domain/organisation/powers'
import { AccountSection } from '#app/ui/admin/account-section'
import { PowersSection } from '#app/ui/admin/powers-section'
import { AppointmentTable, SeatTable } from '#app/ui/admin/terms'
import { ButtonLink } from '#app/ui/form/actions'
import { Page } from '#app/ui/page'
import { SummaryList } from '#app/ui/summary-list'
import { site } from '#app/web/connections.server'
import { page } from '#app/web/page.server'
import { paths } from '#app/web/paths'
import { titled } from '#app/web/title'
import { loadPerson } from './loading.server'

export const loader = page(async (args) => {
  const { actor, db, today, url } = args
  const person = await loadPerson(args)
  const asked = url.searchParams.get('on') ?? ''
  const on = parseDay(asked) ?? today
  return {
    ...{ person, today, on, asked, isUnreadable: asked !== '' && parseDay(asked) === null },
    appointments: await listAppointmentsOf(db, person.id),
    seats: await listSeatsOf(db, person.id),
    powers: powersOf(await findActor(db, person.id, on)),
    account: person.account && {
      ...person.account,
      ...(!(await hasPassword(db, person.id)) && { openedAs: 'without' as const }),
    },
    mayKeepAccount: mayKeepAccounts(actor).ok,
    hasProvider: site().provider !== undefined,
    mayHandOver: isSecretariat(actor),
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.person.name ?? '職員')

export default function PersonPage() {
  const loaded = useLoaderData<typeof loader>()
  const { person, today, on, appointments, seats, powers, mayKeepAccount } = loaded
  return (
    <Page
      title={person.name}
      crumbs={[
        { href: paths.home(), label: 'ホーム' },
        { href: paths.admin(), label: '管理' },
        { href: paths.people(), label: '職員' },
        { label: person.name },
      ]}
      meta={<span>職員番号 {person.employeeNumber}</span>}
      actions={
        <>
          <ButtonLink href={paths.personAppointment(person.id)}>発令を登録する</ButtonLink>
          <ButtonLink kind="secondary" href={paths.personSeat(person.id)}>
            名簿に登録する
          </ButtonLink>
          <ButtonLink kind="secondary" href={paths.personEdit(person.id)}>
            氏名などを変更する
          </ButtonLink>
        </>
      }
    >
      <SummaryList
        empty="なし"
        rows={[
          { label: 'かな', value: person.kana },
          { label: 'メール', value: person.email },
          { label: '職の区分', value: person.employmentType === 'regular' ? '正規' : '会計年度任用' },
        ]}
      />
      <section className="flow">
        <h2>発令</h2>
        <AppointmentTable
          appointments={appointments}
          today={today}
          endHref={paths.appointmentEnd}
          cancelHref={paths.appointmentCancellation}
          handoverHref={loaded.mayHandOver ? paths.handover : undefined}
        />
      </section>
      <section className="flow">
        <h2>会議体の名簿</h2>
        <SeatTable seats={seats} today={today} endHref={paths.seatEnd} />
      </section>
      <PowersSection
        heading={`${wareki(on)}にできること`}
        powers={powers}
        asked={loaded.asked}
        isUnreadable={loaded.isUnreadable}
      />
      <AccountSection
        account={loaded.account}
        hrefs={
          mayKeepAccount
            ? {
                initialPassword: paths.initialPassword(person.id),
                signOut: paths.signOutEverywhere(person.id),
                stop: paths.accountStop(person.id),
                resumption: paths.accountResumption(person.id),
                link: loaded.hasProvider ? paths.personLink(person.id) : undefined,
              }
            : null
        }
      />
    </Page>
  )
}
