import { redirect } from '@remix-run/react'
import { foreseenRefusal } from '#app/domain/attachments/refusals'
import { sendForm } from '#app/ui/attachments/uploading'
import type { FormState } from '#app/ui/form/form-state'

/**
 * Sends the form of a page with its file, and answers as the page's own action would. What the server is sure to refuse
 * is not sent at all. In browsers alone.
 */
export async function sendWithProgress(request: Request, address: string): Promise<Response> {
  const body = await request.formData()
  const file = body.get('file')
  const refusal = file instanceof File && file.name !== '' ? foreseenRefusal(file) : null
  if (refusal !== null) return refused(body, { errors: { file: [refusal] } })

  const sent = await sendForm(address, body)
  // Nothing has to be mended: the page stays as it is, and its progress says that it was stopped.
  if (sent.outcome === 'cancelled') return Response.json({}, { status: 422 })
  if (sent.outcome === 'failed') {
    return refused(body, {
      formErrors: ['送れませんでした。ネットワークを確かめて、もう一度「付ける」を押してください。'],
    })
  }
  if (sent.isJson) return answered(sent)
  // A page in place of an answer: the session is over, and reading this page anew leads to where it begins.
  if (sent.status === 200) return redirect(new URL(request.url).pathname)
  throw new Response(null, { status: sent.status })
}

function answered({ status, text }: { status: number; text: string }): Response {
  const body = JSON.parse(text) as { next?: string }
  return body.next === undefined ? Response.json(body, { status }) : redirect(body.next)
}

/** The form as it was sent, with what is said about it: the page still has the file. */
function refused(body: FormData, said: Partial<Pick<FormState, 'errors' | 'formErrors'>>): Response {
  const fields = [...body].filter((field): field is [string, string] => typeof field[1] === 'string')
  const { formKey = '', ...values } = Object.fromEntries(fields)
  const form: FormState = { key: formKey, values, errors: {}, formErrors: [], ...said }
  return Response.json({ form }, { status: 422 })
}
