import { NotFound } from '#app/domain/errors'
import { openPage } from '#app/web/page.server'

/** Every address that is no page of ours. */
export const loader = openPage(async () => {
  throw new NotFound()
})

export default function NotFoundPage() {
  return null
}
