import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { openRequest } from '#app/web/page.server'
import { paths, withFlash } from '#app/web/paths'
import { passRetryAfter } from '#app/web/retry-after'
import { arriveFrom } from '#app/web/single-sign-on.server'
import { titled } from '#app/web/title'
import { turnAway } from './turned.server'
import { TurnedPage } from './turned-page'

/** The address that is registered with the provider. */
export const loader = openRequest(async (asked) => {
  const arrival = await arriveFrom(asked)
  if (!arrival.ok) return turnAway(arrival, arrival.place ?? paths.home())
  const headers = new Headers()
  for (const cookie of arrival.cookies) headers.append('Set-Cookie', cookie)
  throw redirect(withFlash(arrival.place, 'signedIn'), { headers })
})

export const headers = passRetryAfter

export const meta: MetaFunction = () => titled('サインイン')

export default function ReturnPage() {
  return <TurnedPage {...useLoaderData<typeof loader>()} />
}
