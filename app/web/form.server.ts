import { randomBytes } from 'node:crypto'
import { parseWithZod } from '@conform-to/zod/v4'
import { data } from '@remix-run/node'
import type { z } from 'zod'
import { timeOf } from '#app/domain/calendar'
import { ChangedMeanwhile, NotPermitted, Overloaded, TooOften } from '#app/domain/errors'
import type { Actor } from '#app/domain/organisation/actor'
import type { FormState } from '#app/ui/form/form-state'
import { findInterruptedForm } from './interrupted-form.server'
import type { Mendable } from './perform.server'
import { badRequest } from './refusal.server'

const maximumFields = 200
const maximumLength = 20_000
/** Names that our forms have; the index is bounded because a sparse one would allocate an array of its size. */
const fieldName = /^[A-Za-z]\w{0,60}(\[\d{1,2}\])?(\.[A-Za-z]\w{0,30}(\[\d{1,2}\])?){0,4}$/

export type ReadForm<Value> =
  | {
      readonly ok: true
      readonly value: Value
      readonly state: FormState
      readonly key: string
      readonly version: number
    }
  | { readonly ok: false; readonly state: FormState }

/** The first view of a form, with a new one-time key, and with what an ended session had interrupted. */
export async function startForm(
  actor: Actor | null,
  url: URL,
  values: FormState['values'] = {},
  version?: number,
): Promise<FormState> {
  const token = url.searchParams.get('resume')
  const body = token && actor ? await findInterruptedForm(token, actor.personId, url.pathname) : null
  const typed = body === null ? {} : valuesOf(new URLSearchParams(body))
  return {
    key: randomBytes(25).toString('base64url'),
    ...(version === undefined ? {} : { version }),
    values: { ...values, ...typed },
    errors: {},
    formErrors:
      body === null
        ? []
        : ['サインインし直す前に入力していた内容を戻しました。確かめて、もう一度送信してください。'],
  }
}

/** Parses at the door. The messages are the sentences that the person reads; everything typed is kept. */
export async function readForm<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): Promise<ReadForm<z.output<Schema>>> {
  return parseForm(await readFields(request), schema)
}

/** The same for fields that came in another way than alone. */
export function parseForm<Schema extends z.ZodType>(
  fields: URLSearchParams,
  schema: Schema,
): ReadForm<z.output<Schema>> {
  const state = stateOf(fields)
  const parsed = parseWithZod(fields, { schema, disableAutoCoercion: true })
  if (parsed.status === 'success') {
    return { ok: true, value: parsed.value, state, key: state.key, version: state.version ?? 0 }
  }
  const { '': formErrors = [], ...errors } = parsed.error ?? {}
  return {
    ok: false,
    state: {
      ...state,
      errors: Object.fromEntries(Object.entries(errors).flatMap(([name, all]) => (all ? [[name, all]] : []))),
      formErrors: formErrors ?? [],
    },
  }
}

/** The same page again, with what was typed and why it was not taken: 422, or 403, 409, 429 and 503 from the command. */
export function refuse(
  form: ReadForm<unknown>,
  outcome?: { ok: false; error: Mendable },
  labels: Readonly<Record<string, string>> = {},
) {
  if (!outcome) return data({ form: form.state }, { status: 422 })
  const { error } = outcome
  if (error instanceof ChangedMeanwhile) {
    return data({ form: conflicting(form.state, error, labels) }, { status: 409 })
  }
  if (error instanceof TooOften || error instanceof Overloaded) {
    const body = { form: { ...form.state, formErrors: [error.message] } }
    const status = error instanceof TooOften ? 429 : 503
    return data(body, { status, headers: { 'Retry-After': String(error.seconds) } })
  }
  if (error instanceof NotPermitted || error.field === undefined) {
    const status = error instanceof NotPermitted ? 403 : 422
    return data({ form: { ...form.state, formErrors: [error.message] } }, { status })
  }
  return data({ form: { ...form.state, errors: { [error.field]: [error.message] } } }, { status: 422 })
}

/** The same with what the page shows beside the form, such as what was found for one of its fields. */
export function refuseBeside<Beside extends object>(beside: Beside, ...refused: Parameters<typeof refuse>) {
  const { data: body, init } = refuse(...refused)
  return data({ ...body, ...beside }, init ?? {})
}

/** The fields of a POST, checked for number, names and length. Throws a 400 page. */
export async function readFields(request: Request): Promise<URLSearchParams> {
  const type = request.headers.get('content-type') ?? ''
  if (!type.startsWith('application/x-www-form-urlencoded'))
    throw badRequest('フォームの形式が正しくありません。')
  const fields = new URLSearchParams(await request.text())
  insistOnOrdinary(fields)
  return fields
}

/** Throws a 400 page for more fields, other names or longer values than our forms have. */
export function insistOnOrdinary(fields: URLSearchParams): void {
  if (fields.size > maximumFields) throw badRequest('項目の数が多すぎます。')
  for (const [name, value] of fields) {
    if (!fieldName.test(name)) throw badRequest('項目の名前が正しくありません。')
    if (value.length > maximumLength)
      throw badRequest(`1つの項目は${maximumLength.toLocaleString()}字までです。`)
  }
}

function stateOf(fields: URLSearchParams): FormState {
  const version = Number(fields.get('version'))
  return {
    key: fields.get('formKey') ?? '',
    ...(Number.isInteger(version) && version > 0 ? { version } : {}),
    values: valuesOf(fields),
    errors: {},
    formErrors: [],
  }
}

function valuesOf(fields: URLSearchParams): FormState['values'] {
  const values: FormState['values'] = {}
  for (const name of new Set(fields.keys())) {
    if (name === 'formKey' || name === 'version') continue
    const all = fields.getAll(name)
    values[name] = all.length === 1 ? (all[0] ?? '') : all
  }
  return values
}

/** Sending again overwrites on purpose: the form now carries the version that the person has seen. */
function conflicting(
  state: FormState,
  { changedAt, changedBy, theirs }: ChangedMeanwhile,
  labels: Readonly<Record<string, string>>,
): FormState {
  return {
    ...state,
    ...(theirs['version'] ? { version: Number(theirs['version']) } : {}),
    conflict: {
      at: timeOf(changedAt),
      by: changedBy,
      theirs: Object.entries(theirs)
        .filter(([name]) => name in labels)
        .map(([name, value]) => ({
          label: labels[name] ?? name,
          value,
          mine: String(state.values[name] ?? ''),
        }))
        .filter(({ value, mine }) => value !== mine),
    },
  }
}
