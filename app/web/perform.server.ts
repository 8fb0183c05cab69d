import type { AppLoadContext } from '@remix-run/node'
import type { Ctx } from '#app/domain/context'
import { ChangedMeanwhile, NotPermitted, Overloaded, RuleBroken, TooOften } from '#app/domain/errors'
import { transact } from '#app/domain/transact.server'
import type { FormState } from '#app/ui/form/form-state'
import { writingWorld } from './connections.server'
import { admitWrite } from './pace.server'

export type Mendable = RuleBroken | NotPermitted | TooOften | Overloaded | ChangedMeanwhile

export type Outcome<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Mendable }

/**
 * Performs one command in one transaction. What the person can mend comes back as an outcome for the form;
 * NotFound and bugs go on to the guard.
 */
export async function perform<T>(
  personId: number,
  context: AppLoadContext,
  form: Pick<FormState, 'key'>,
  command: (ctx: Ctx) => Promise<T>,
): Promise<Outcome<T>> {
  const circumstances = { requestId: context.requestId, ...(form.key ? { formKey: form.key } : {}) }
  try {
    await admitWrite(personId)
    return { ok: true, value: await transact(writingWorld(), personId, command, circumstances) }
  } catch (error) {
    if (isMendable(error)) return { ok: false, error }
    throw error
  }
}

function isMendable(error: unknown): error is Mendable {
  return [RuleBroken, NotPermitted, TooOften, Overloaded, ChangedMeanwhile].some(
    (kind) => error instanceof kind,
  )
}
