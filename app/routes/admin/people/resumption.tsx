import { redirect } from '@remix-run/node'
import { resumeAccount } from '#app/domain/accounts/disabling.server'
import { page } from '#app/web/page.server'
import { paths, withFlash } from '#app/web/paths'
import { verb } from '#app/web/verb.server'
import { loadPerson } from './loading.server'

export const loader = page(async (args) => {
  const { id } = await loadPerson(args)
  throw redirect(paths.staffMember(id))
})

export const action = verb(async (args) => {
  const { id } = await loadPerson(args)
  const outcome = await args.perform({ key: '' }, (ctx) => resumeAccount(ctx, { personId: id }))
  if (!outcome.ok) throw outcome.error
  return redirect(withFlash(paths.staffMember(id), 'accountResumed'))
})
