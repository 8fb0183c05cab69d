import type { HeadersFunction } from '@remix-run/node'

/** Lets the page that shows “too often” or “too busy” say when to come again, as what refused does. */
export const passRetryAfter: HeadersFunction = ({ actionHeaders, errorHeaders }) => {
  const wait = errorHeaders?.get('Retry-After') ?? actionHeaders.get('Retry-After')
  return wait === null ? {} : { 'Retry-After': wait }
}
