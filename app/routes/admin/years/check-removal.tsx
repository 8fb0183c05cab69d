import { redirect } from '@remix-run/node'
import { YearCheckForm } from '#app/domain/organisation/forms.server'
import { takeBackCheck } from '#app/domain/organisation/year-checks.server'
import { readForm } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { paths, withFlash } from '#app/web/paths'
import { badRequest } from '#app/web/refusal.server'
import { verb } from '#app/web/verb.server'
import { loadYear } from './loading.server'

export const loader = page(async (args) => {
  const { fiscalYear } = await loadYear(args)
  throw redirect(paths.year(fiscalYear))
})

export const action = verb(async (args) => {
  const { fiscalYear } = await loadYear(args)
  const form = await readForm(args.request, YearCheckForm)
  if (!form.ok) throw badRequest('確認する項目が正しくありません。')
  const outcome = await args.perform({ key: '' }, (ctx) => takeBackCheck(ctx, { fiscalYear, ...form.value }))
  if (!outcome.ok) throw outcome.error
  return redirect(withFlash(paths.year(fiscalYear), 'yearCheckTakenBack'))
})
