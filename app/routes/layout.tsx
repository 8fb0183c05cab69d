import type { MetaFunction } from '@remix-run/node'
import { Outlet, useRouteError } from '@remix-run/react'
import { ErrorScreen } from '#app/ui/error-screen'
import { wordsOfError } from '#app/web/error-words'
import { passRetryAfter } from '#app/web/retry-after'
import { siteName, titled } from '#app/web/title'
import { useFrame } from '#app/web/use-frame'

/** Around every page, to catch its errors inside the frame, which root.tsx has loaded by then. It guards nothing. */
export default function Pages() {
  return <Outlet />
}

/** Of every page that has none of its own. */
export const headers = passRetryAfter

export const meta: MetaFunction = ({ error }) =>
  error ? titled(wordsOfError(error, '').title) : [{ title: siteName }]

export function ErrorBoundary() {
  const frame = useFrame()
  const words = wordsOfError(useRouteError(), frame?.contact ?? '事務局')
  return <ErrorScreen {...words} requestId={words.status === 500 ? frame?.requestId : undefined} />
}
