import type { FormState } from '#app/ui/form/form-state'
import { badRequest } from './refusal.server'

export interface Upload {
  readonly fileName: string
  readonly bytes: Uint8Array
}

/** A form with one file in it. No file was chosen where `file` is null. Throws a 400 page for what is no such form. */
export async function readUpload(
  request: Request,
  field: string,
): Promise<{ state: FormState; file: Upload | null }> {
  const fields = await readBody(request)
  const given = fields.get(field)
  const values: FormState['values'] = {}
  for (const [name, value] of fields) {
    if (typeof value === 'string' && name !== 'formKey') values[name] = value.slice(0, 1_000)
  }
  const key = fields.get('formKey')
  const state = { key: typeof key === 'string' ? key : '', values, errors: {}, formErrors: [] }
  const isFile = given !== null && typeof given !== 'string' && given.size > 0
  if (!isFile) return { state, file: null }
  return {
    state,
    file: { fileName: plainName(given.name), bytes: new Uint8Array(await given.arrayBuffer()) },
  }
}

async function readBody(request: Request): Promise<FormData> {
  try {
    return await request.formData()
  } catch {
    throw badRequest('フォームの形式が正しくありません。')
  }
}

/** The last part of a path, without what cannot be shown. */
function plainName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? ''
  return last.replace(/[\p{Cc}\p{Cf}]/gu, '').slice(0, 100) || 'ファイル'
}
