import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Links, Meta, Outlet, useLocation, useRouteError } from '@remix-run/react'
import type { ReactNode } from 'react'
import { findLastSignIn } from '#app/domain/accounts/signing-in.server'
import { warekiWithWeekday } from '#app/domain/calendar'
import { countUnread } from '#app/domain/notifications/unread.server'
import { mainAppointment } from '#app/domain/organisation/actor'
import { useEntryScript } from '#app/ui/entry-script'
import { ErrorScreen } from '#app/ui/error-screen'
import { Frame } from '#app/ui/frame'
import { sessionMsOf } from '#app/web/auth.server'
import { site } from '#app/web/connections.server'
import { wordsOfError } from '#app/web/error-words'
import { flashOf, lastSignInInWords } from '#app/web/flash'
import { isWithin, placesOf } from '#app/web/navigation'
import { wasNothingChosen } from '#app/web/nothing-chosen'
import { guarded, openPage } from '#app/web/page.server'
import { paths } from '#app/web/paths'
import { wasRefused } from '#app/web/refused.server'
import { siteName, titled } from '#app/web/title'
import { type FrameFacts, useFrame } from '#app/web/use-frame'
import './styles.css'

const findFrame = openPage(async ({ actor, db, today, url }) => {
  const done = url.searchParams.get('done')
  const lastSignIn = done === 'signedIn' && actor ? await findLastSignIn(db, actor.personId) : null
  return {
    contact: site().contact,
    sampleDay: site().isClockMoved ? today : null,
    flash: lastSignIn ? lastSignInInWords(lastSignIn) : flashOf(done),
    viewer: actor && {
      name: actor.name,
      department: mainAppointment(actor)?.departmentName ?? '',
      unread: await countUnread(db, actor.personId),
      places: placesOf(actor),
    },
  }
})

export const loader = guarded('open', async (args: LoaderFunctionArgs): Promise<FrameFacts> => {
  const frame = await findFrame(args)
  const refused = wasRefused(args.context) || wasNothingChosen(new URL(args.request.url))
  return {
    ...frame,
    // What went well before is in the address still; beside what is refused now it would contradict.
    flash: refused ? null : frame.flash,
    refused,
    requestId: args.context.requestId,
    sessionMs: await sessionMsOf(args),
  }
})

export const meta: MetaFunction = ({ error }) =>
  error ? titled(wordsOfError(error, '').title) : [{ title: siteName }]

/** The document around every page, around the error page as well. */
export function Layout({ children }: { children: ReactNode }) {
  const frame = useFrame()
  const { pathname } = useLocation()
  const entryScript = useEntryScript()
  const viewer = frame?.viewer && {
    ...frame.viewer,
    links: frame.viewer.places.map((place) => ({ ...place, current: isWithin(pathname, place.href) })),
  }
  return (
    <html lang="ja">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <Links />
        <script type="module" src={entryScript} />
      </head>
      <body data-session={frame?.sessionMs ?? undefined} data-session-address={paths.session()}>
        <Frame
          viewer={viewer ?? null}
          flash={frame?.flash ? { text: frame.flash } : null}
          sampleDay={frame?.sampleDay ? warekiWithWeekday(frame.sampleDay) : null}
          footer={{ links: footerLinks, contact: frame ? `お問い合わせ：${frame.contact}` : '' }}
          inboxHref={paths.notifications()}
          accountHref={paths.account()}
        >
          {children}
        </Frame>
      </body>
    </html>
  )
}

export default function Root() {
  return <Outlet />
}

/** Only where this file's own loader failed: the errors of pages are caught in routes/layout.tsx. */
export function ErrorBoundary() {
  return <ErrorScreen {...wordsOfError(useRouteError(), '事務局')} />
}

const footerLinks = [
  { href: paths.help(), label: '使い方' },
  { href: paths.accessibility(), label: 'ウェブアクセシビリティ方針' },
]
