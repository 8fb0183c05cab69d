import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { openRequest } from '#app/web/page.server'
import { safePath } from '#app/web/paths'
import { passRetryAfter } from '#app/web/retry-after'
import { departTo } from '#app/web/single-sign-on.server'
import { titled } from '#app/web/title'
import { turnAway } from './turned.server'
import { TurnedPage } from './turned-page'

/** A link leads here and not a form: form-action would keep a browser from following us to another site. */
export const loader = openRequest(async (asked, { actor, url }) => {
  const place = safePath(url.searchParams.get('to'))
  if (actor) throw redirect(place)
  const departure = await departTo(asked, place)
  if (!departure.ok) return turnAway(departure, place)
  throw redirect(departure.address, { headers: { 'Set-Cookie': departure.cookie } })
})

export const headers = passRetryAfter

export const meta: MetaFunction = () => titled('サインイン')

export default function DeparturePage() {
  return <TurnedPage {...useLoaderData<typeof loader>()} />
}
