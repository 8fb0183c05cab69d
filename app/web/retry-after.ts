import type { HeadersFunction } from '@remix-run/node'

/** Lets the page that shows “too often” or “too busy” say when to come again, as its action does. */
export const passRetryAfter: HeadersFunction = ({ actionHeaders }) => {
  const wait = actionHeaders.get('Retry-After')
  return wait === null ? {} : { 'Retry-After': wait }
}
