import type { ReactNode } from 'react'
import { type Flash, FlashBanner } from '#app/ui/flash'

export interface NavLink {
  href: string
  label: string
  current?: boolean | undefined
}

export interface Viewer {
  name: string
  department: string
  /** Notices not read yet. */
  unread: number
  /** The whole navigation in its order: what everybody has, then what the viewer's roles add. */
  links: readonly NavLink[]
}

export interface FooterContent {
  links: readonly NavLink[]
  /** Whom to ask, with the extension number; at the same place on every page (WCAG 3.2.6). */
  contact: string
}

interface FrameProps {
  viewer: Viewer | null
  flash: Flash | null
  /** The day in the sample town, in words, where the machine shows another one. */
  sampleDay: string | null
  footer: FooterContent
  inboxHref?: string | undefined
  accountHref?: string | undefined
  children: ReactNode
}

/** What stands around every page. No bar is fixed to the window: it would hide the focus and eat a small screen. */
export function Frame({ viewer, flash, sampleDay, footer, inboxHref, accountHref, children }: FrameProps) {
  return (
    <>
      <a href="#main" className="skip-link">
        本文へ移動
      </a>
      {sampleDay && (
        <aside data-frame="" aria-label="見本" className="page-width secondary no-print">
          <p>見本のデータです。この画面の中では、きょうは{sampleDay}です。</p>
        </aside>
      )}
      <Header viewer={viewer} inboxHref={inboxHref} accountHref={accountHref} />
      <main id="main" tabIndex={-1}>
        {flash && (
          <div className="page-width pt-4">
            <FlashBanner flash={flash} />
          </div>
        )}
        {children}
      </main>
      <Footer {...footer} />
    </>
  )
}

function Header({
  viewer,
  inboxHref = '/notifications',
  accountHref = '/account',
}: Pick<FrameProps, 'viewer' | 'inboxHref' | 'accountHref'>) {
  return (
    <header data-frame="" className="border-b border-solid-gray-420">
      <div className="page-width flex flex-wrap items-center gap-x-6 py-1">
        <a href="/" className="nav-link text-std-18B-160 no-underline">
          一人一改善
        </a>
        {viewer && (
          <>
            <nav aria-label="メニュー" className="order-last w-full lg:order-none lg:w-auto">
              <ul className="flex flex-wrap gap-x-5">
                {viewer.links.map(({ href, label, current }) => (
                  <li key={href}>
                    <a href={href} className="nav-link" aria-current={current ? 'page' : undefined}>
                      {label}
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
            <ul className="ml-auto flex flex-wrap justify-end gap-x-5" aria-label="利用者">
              <li>
                <a href={inboxHref} className="nav-link">
                  お知らせ{viewer.unread > 0 && `（未読${viewer.unread}件）`}
                </a>
              </li>
              <li>
                <a href={accountHref} className="nav-link">
                  {viewer.department}　{viewer.name}
                </a>
              </li>
            </ul>
          </>
        )}
      </div>
    </header>
  )
}

function Footer({ links, contact }: FooterContent) {
  return (
    <footer data-frame="" className="mt-6 border-t border-solid-gray-420">
      <div className="page-width flex flex-wrap items-center gap-x-4 py-2">
        {links.map(({ href, label }) => (
          <a key={href} href={href} className="nav-link">
            {label}
          </a>
        ))}
        <p className="py-2">{contact}</p>
      </div>
    </footer>
  )
}
