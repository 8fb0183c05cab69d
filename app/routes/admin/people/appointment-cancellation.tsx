import { redirect } from '@remix-run/node'
import { cancelAppointment } from '#app/domain/organisation/appointing.server'
import { page } from '#app/web/page.server'
import { paths, withFlash } from '#app/web/paths'
import { verb } from '#app/web/verb.server'
import { loadTerm } from './loading.server'

export const loader = page(async (args) => {
  const { person } = await loadTerm(args, 'appointments')
  throw redirect(paths.staffMember(person.id))
})

export const action = verb(async (args) => {
  const { term, person } = await loadTerm(args, 'appointments')
  const outcome = await args.perform({ key: '' }, (ctx) => cancelAppointment(ctx, { appointmentId: term.id }))
  if (!outcome.ok) throw outcome.error
  return redirect(withFlash(paths.staffMember(person.id), 'appointmentCancelled'))
})
