import { effectTags } from '#app/domain/effects'
import {
  type InboxFilter,
  inboxOrders,
  inboxStates,
  inboxViews,
} from '#app/domain/proposals/consideration-inbox'
import { choiceQuery } from '#app/web/params'
import type { Query } from '#app/web/paths'

/** The address of the list, and of its files, says what it shows. */
export function inboxFilter(url: URL): InboxFilter {
  const view = choiceQuery(url, 'view', inboxViews) ?? 'open'
  const text = url.searchParams.get('text')?.slice(0, 100) || undefined
  const effect = choiceQuery(url, 'effect', effectTags)
  if (view === 'answered') return { view, text, effect }
  return {
    ...{ view, text, effect },
    state: choiceQuery(url, 'state', inboxStates),
    order: choiceQuery(url, 'order', inboxOrders),
  }
}

/** The same as an address, without what goes without saying. */
export function inboxQuery({ view, state, text, effect, order }: InboxFilter): Query {
  return {
    view: view === 'open' ? undefined : view,
    ...{ state, text, effect },
    order: order === 'due' ? undefined : order,
  }
}
