import type { FormState } from '#app/ui/form/form-state'

/** The form without what was typed into these fields: a password is never sent back. */
export function withoutSecrets<Form extends { readonly state: FormState }>(
  form: Form,
  ...names: string[]
): Form {
  const values = Object.fromEntries(
    Object.entries(form.state.values).filter(([name]) => !names.includes(name)),
  )
  return { ...form, state: { ...form.state, values } }
}
