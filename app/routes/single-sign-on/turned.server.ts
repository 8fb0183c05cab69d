import { data } from '@remix-run/node'
import { site } from '#app/web/connections.server'
import { paths } from '#app/web/paths'
import type { Turned } from '#app/web/single-sign-on.server'

const statuses: Readonly<Record<Turned['why'], number>> = {
  cancelled: 403,
  unlinked: 403,
  untrusted: 422,
  stale: 422,
  tooOften: 429,
  unreachable: 503,
}

/** The page that says why nobody is signed in, and where to go from there. */
export function turnAway({ why, seconds }: Turned, place: string) {
  return data(
    { sentence: sentenceOf(why, seconds), again: paths.singleSignOn(place), password: paths.signIn(place) },
    {
      status: statuses[why],
      headers: seconds === undefined ? {} : { 'Retry-After': String(seconds) },
    },
  )
}

function sentenceOf(why: Turned['why'], seconds = 0): string {
  const label = site().provider?.label ?? ''
  switch (why) {
    case 'cancelled':
      return `${label}でのサインインが取り消されました。続けるときは、もう一度サインインしてください。`
    case 'unlinked':
      // The same for an unknown person, a stopped account and one whose last appointment has ended.
      return `この${label}では、ここにサインインできません。職員とひも付いていないか、今は利用できない人のものです。下の担当へご連絡ください。`
    case 'untrusted':
      return `${label}からの返事を確かめられなかったため、サインインしませんでした。もう一度サインインしても同じときは、下の担当へご連絡ください。`
    case 'stale':
      return 'サインインの手続きが途中で切れました。10分以内に、同じブラウザーで、初めからサインインし直してください。'
    case 'tooOften':
      return `続けて誤りがあったため、しばらくサインインできません。${Math.ceil(seconds / 60)}分ほど待ってから、もう一度お試しください。`
    case 'unreachable':
      return `いま${label}の認証基盤につながりません。少し待ってから、もう一度お試しください。`
  }
}
