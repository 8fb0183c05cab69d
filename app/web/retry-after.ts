import type { HeadersFunction } from '@remix-run/node'

/** Lets the page that shows “too often” or “too busy” say when to come again, as what refused does. */
export const passRetryAfter: HeadersFunction = ({ actionHeaders, errorHeaders, loaderHeaders }) => {
  const wait =
    [errorHeaders, actionHeaders, loaderHeaders]
      .map((headers) => headers?.get('Retry-After'))
      .find((seconds) => seconds) ?? null
  return wait === null ? {} : { 'Retry-After': wait }
}
