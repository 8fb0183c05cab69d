import { redirect } from '@remix-run/node'
import { BareForm } from '#app/domain/bare-form.server'
import { restoreMemo } from '#app/domain/memos/writing.server'
import { readForm } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { idParam } from '#app/web/params'
import { paths, withFlash } from '#app/web/paths'
import { verb } from '#app/web/verb.server'

/** The button stands in the list. */
export const loader = page(async ({ params }) => {
  idParam(params, 'id')
  return redirect(paths.memos())
})

export const action = verb(async ({ request, params, perform }) => {
  const memoId = idParam(params, 'id')
  const form = await readForm(request, BareForm)
  if (!form.ok) return redirect(paths.memos())

  const outcome = await perform(form, (ctx) => restoreMemo(ctx, memoId))
  if (!outcome.ok) throw outcome.error
  return redirect(withFlash(paths.memo(memoId), 'memoRestored'))
})
