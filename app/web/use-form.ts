import { useActionData } from '@remix-run/react'
import type { FormState } from '#app/ui/form/form-state'

/** The form as the last refusal left it, or as the loader starts it. */
export function useForm(started: FormState): FormState {
  const refused = useActionData<{ form?: FormState }>()
  return refused?.form ?? started
}
