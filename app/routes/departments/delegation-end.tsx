import { redirect } from '@remix-run/node'
import { endDelegation } from '#app/domain/organisation/delegating.server'
import { findDelegationDepartment } from '#app/domain/organisation/delegations.server'
import { idParam } from '#app/web/params'
import { page } from '#app/web/page.server'
import { paths, withFlash } from '#app/web/paths'
import { verb } from '#app/web/verb.server'

export const loader = page(async ({ actor, db, params }) => {
  throw redirect(paths.delegations(await findDelegationDepartment(db, actor, idParam(params, 'id'))))
})

export const action = verb(async ({ actor, db, params, perform }) => {
  const delegationId = idParam(params, 'id')
  const departmentId = await findDelegationDepartment(db, actor, delegationId)
  const outcome = await perform({ key: '' }, (ctx) => endDelegation(ctx, { delegationId }))
  if (!outcome.ok) throw outcome.error
  return redirect(withFlash(paths.delegations(departmentId), 'delegationEnded'))
})
