import { redirect } from '@remix-run/node'
import { openRequest } from '#app/web/page.server'
import { paths } from '#app/web/paths'
import { departureForGood } from '#app/web/single-sign-on.server'

/** On to the place where the browser signs out of the provider as well. */
export const loader = openRequest(async (asked) => {
  throw redirect((await departureForGood(asked)) ?? paths.signIn())
})
