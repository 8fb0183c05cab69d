import type { AppLoadContext } from '@remix-run/node'
import type { Ctx } from '#app/domain/context'
import { ChangedMeanwhile, NotPermitted, RuleBroken, type TooOften } from '#app/domain/errors'
import { transact } from '#app/domain/transact.server'
import type { FormState } from '#app/ui/form/form-state'
import { writingWorld } from './connections.server'

export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: RuleBroken | NotPermitted | TooOften | ChangedMeanwhile }

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
    return { ok: true, value: await transact(writingWorld(), personId, command, circumstances) }
  } catch (error) {
    if (error instanceof RuleBroken || error instanceof NotPermitted || error instanceof ChangedMeanwhile) {
      return { ok: false, error }
    }
    throw error
  }
}
