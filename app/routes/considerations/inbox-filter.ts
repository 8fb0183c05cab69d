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
  if (view === 'answered') return { view, text }
  return {
    ...{ view, text },
    state: choiceQuery(url, 'state', inboxStates),
    order: choiceQuery(url, 'order', inboxOrders),
  }
}

/** The same as an address, without what goes without saying. */
export function inboxQuery({ view, state, text, order }: InboxFilter): Query {
  return {
    view: view === 'open' ? undefined : view,
    state,
    text,
    order: order === 'due' ? undefined : order,
  }
}
