import { redirect } from '@remix-run/node'
import { BareForm } from '#app/domain/bare-form.server'
import { removeMemo } from '#app/domain/memos/writing.server'
import { readForm } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { idParam } from '#app/web/params'
import { paths, withFlash } from '#app/web/paths'
import { verb } from '#app/web/verb.server'

/** The button stands on the page of the memo. */
export const loader = page(async ({ params }) => redirect(paths.memo(idParam(params, 'id'))))

/** Back in the list, the way to undo it stands first. */
export const action = verb(async ({ request, params, perform }) => {
  const memoId = idParam(params, 'id')
  const form = await readForm(request, BareForm)
  if (!form.ok) return redirect(paths.memo(memoId))

  const outcome = await perform(form, (ctx) => removeMemo(ctx, memoId))
  if (!outcome.ok) throw outcome.error
  return redirect(withFlash(paths.memos({ removed: memoId }), 'memoRemoved'))
})
