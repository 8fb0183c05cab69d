import { redirect } from '@remix-run/node'
import { unlinkSubject } from '#app/domain/accounts/linking.server'
import { page } from '#app/web/page.server'
import { paths, withFlash } from '#app/web/paths'
import { providerOf } from '#app/web/single-sign-on.server'
import { verb } from '#app/web/verb.server'
import { loadPerson } from './loading.server'

export const loader = page(async (args) => {
  providerOf()
  const { id } = await loadPerson(args)
  throw redirect(paths.personLink(id))
})

export const action = verb(async (args) => {
  providerOf()
  const { id } = await loadPerson(args)
  const outcome = await args.perform({ key: '' }, (ctx) => unlinkSubject(ctx, { personId: id }))
  if (!outcome.ok) throw outcome.error
  return redirect(withFlash(paths.personLink(id), 'subjectUnlinked'))
})
