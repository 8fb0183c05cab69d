import { data } from '@remix-run/node'
import { StoreSilent } from '#app/domain/attachments/file-store.server'
import {
  ChangedMeanwhile,
  NotFound,
  NotPermitted,
  Overloaded,
  RuleBroken,
  TooOften,
} from '#app/domain/errors'

/** What an error page is given besides its status. */
export interface ErrorBody {
  message: string | null
}

/**
 * The one place that turns the domain's errors into HTTP: 404 for hidden and missing alike, 403 with who may, 409,
 * 422, 429, 503. Anything else is a bug and is thrown on, to become a 500 with an id.
 */
export function asResponse(error: unknown): unknown {
  if (error instanceof NotFound) return data<ErrorBody>({ message: null }, { status: 404 })
  if (error instanceof NotPermitted) return data<ErrorBody>({ message: error.message }, { status: 403 })
  if (error instanceof ChangedMeanwhile) return data<ErrorBody>({ message: error.message }, { status: 409 })
  if (error instanceof TooOften || error instanceof Overloaded) {
    const status = error instanceof TooOften ? 429 : 503
    const headers = { 'Retry-After': String(error.seconds) }
    return data<ErrorBody>({ message: error.message }, { status, headers })
  }
  if (error instanceof StoreSilent) {
    const message = '写真と資料の置き場所が、今は応答しません。少し待って、もう一度開いてください。'
    return data<ErrorBody>({ message }, { status: 503, headers: { 'Retry-After': '30' } })
  }
  if (error instanceof RuleBroken) return data<ErrorBody>({ message: error.message }, { status: 422 })
  return error
}

/** The request itself is malformed: too many fields, names no form of ours has. */
export function badRequest(message: string): unknown {
  return data<ErrorBody>({ message }, { status: 400 })
}
