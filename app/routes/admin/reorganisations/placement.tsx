import { redirect } from '@remix-run/node'
import { placeProjects } from '#app/domain/reorganisation/projects.server'
import { page } from '#app/web/page.server'
import { paths, withFlash } from '#app/web/paths'
import { verb } from '#app/web/verb.server'
import { loadReorganisation } from './loading.server'

export const loader = page(async (args) => {
  const { id } = await loadReorganisation(args)
  throw redirect(paths.reorganisationCheck(id))
})

export const action = verb(async (args) => {
  const { id } = await loadReorganisation(args)
  const outcome = await args.perform({ key: '' }, (ctx) => placeProjects(ctx, { reorganisationId: id }))
  if (!outcome.ok) throw outcome.error
  return redirect(withFlash(paths.reorganisationCheck(id), 'reorganisationProjectsPlaced'))
})
