import { redirect } from '@remix-run/node'
import type { Db } from '#app/domain/context'
import { insist } from '#app/domain/errors'
import type { Actor } from '#app/domain/organisation/actor'
import { headedDepartmentIds } from '#app/domain/organisation/actor'
import { listReasonCodes } from '#app/domain/organisation/reason-codes.server'
import { filledFrom } from '#app/domain/proposals/answer-template'
import { listTemplates } from '#app/domain/proposals/answer-templates.server'
import { mayAnswerTogether, stillOpen } from '#app/domain/proposals/consideration-policy'
import { listForOneAnswer } from '#app/domain/proposals/consideration-together.server'
import { leastGroundsIn } from '#app/domain/proposals/consideration-together'
import { textOf } from '#app/ui/form/field'
import type { FormState } from '#app/ui/form/form-state'
import { withNothingChosen } from '#app/web/nothing-chosen'
import type { PageArgs } from '#app/web/page.server'
import { idsQuery } from '#app/web/params'
import { paths } from '#app/web/paths'

/** The chosen questions, those that can no longer be answered apart, and what the form offers to write with. */
export async function loadTogether({ actor, db, url, form }: PageArgs) {
  insist(mayAnswerTogether(headedDepartmentIds(actor).length > 0))
  const started = await form()
  const chosen = [...idsQuery(url, 'chosen'), ...chosenBefore(started)]
  if (chosen.length === 0) throw redirect(withNothingChosen(paths.considerations()))
  const found = await listForOneAnswer(db, actor, chosen)
  insist(mayAnswerTogether(found.length > 0))
  return {
    open: found.filter((entry) => stillOpen(entry).ok),
    closed: found.flatMap((entry) => {
      const verdict = stillOpen(entry)
      return verdict.ok ? [] : [{ ...entry, reason: verdict.reason }]
    }),
    minimumGroundsLength: leastGroundsIn(found),
    reasons: await listReasonCodes(db, 'difficult'),
    templates: (await listTemplates(db, actor)).map(({ id, name }) => ({ id, name })),
    form: started,
  }
}

/** What was typed before the session ended comes back without the query of its page. */
function chosenBefore({ values }: FormState): number[] {
  return Object.entries(values).flatMap(([name, value]) =>
    name.endsWith('.considerationId') && /^[1-9]\d{0,14}$/.test(String(value)) ? [Number(value)] : [],
  )
}

/** What was typed, with the wording in what is still empty; refused at its field where it was retired meanwhile. */
export async function fillFromTemplate(
  db: Db,
  actor: Actor,
  { templateId, state }: { templateId: number | null; state: FormState },
): Promise<{ filled: boolean; form: FormState }> {
  const template = (await listTemplates(db, actor)).find(({ id }) => id === templateId)
  if (!template) {
    const errors = { templateId: ['このひな形はもう使えません。ほかのひな形を選んでください'] }
    return { filled: false, form: { ...state, errors } }
  }
  const typed = {
    grounds: textOf(state, 'grounds'),
    conditions: textOf(state, 'conditions'),
    possibleWhen: textOf(state, 'possibleWhen'),
    wordToProposer: textOf(state, 'wordToProposer'),
  }
  return { filled: true, form: { ...state, values: { ...state.values, ...filledFrom(template, typed) } } }
}
