import { data, redirect } from '@remix-run/node'
import { attachFile, listAttachmentsSeenBy } from '#app/domain/attached.server'
import { attachmentLimits, type Subject } from '#app/domain/attachments/attachment'
import { StoreSilent } from '#app/domain/attachments/file-store.server'
import { discardFile, type Received, receiveFile } from '#app/domain/attachments/files.server'
import { AttachmentForm } from '#app/domain/attachments/forms.server'
import { refusals } from '#app/domain/attachments/refusals'
import { Infected, ScannerSilent } from '#app/domain/attachments/scanning.server'
import { insistOnAttachable, storeFile } from '#app/domain/attachments/storing.server'
import { insist, Overloaded, RuleBroken, TooOften } from '#app/domain/errors'
import type { FormState } from '#app/ui/form/form-state'
import { admitBytes, admitUpload } from '#app/web/auth.server'
import { fileStore, report, site } from '#app/web/connections.server'
import { parseForm, refuse } from '#app/web/form.server'
import { readMultipart } from '#app/web/multipart.server'
import type { PageArgs } from '#app/web/page.server'
import { withFlash } from '#app/web/paths'
import type { Mendable } from '#app/web/perform.server'
import type { VerbArgs } from '#app/web/verb.server'

/** What is attached, for whoever may still change it. */
export async function loadAttaching({ actor, db, form }: PageArgs, subject: Subject) {
  const { attachments, mayRevise } = await listAttachmentsSeenBy(db, actor, subject)
  insist(mayRevise)
  return { attachments, form: await form() }
}

/** Takes one file, if this person may attach one at all: it is looked at while no transaction waits for it. */
export async function receiveAttachment(args: VerbArgs, subject: Subject, backTo: string) {
  const { actor, db } = args
  const { attachments, mayRevise } = await listAttachmentsSeenBy(db, actor, subject)
  insist(mayRevise)
  const { form, file, wait } = await readAttachment(args)
  try {
    if (wait !== null) return refuse(form, { ok: false, error: tooOften(wait) })
    if (file) await admitBytes(actor.personId, file.bytes)
    if (!form.ok) return chooseAgain(refuse(form), file, args, refusals.noFile)
    const { place, description } = form.value
    if (!file) throw new RuleBroken(refusals.noFile, 'file')
    insistOnAttachable(attachments.length, form.value)

    const files = fileStore()
    const stored = await storeFile(files, place, file, site().scanner)
    const outcome = await args.perform(form, (ctx) =>
      attachFile(ctx, { files, subject, stored, place, description }),
    )
    if (!outcome.ok) return chooseAgain(refuse(form, outcome), file, args, refusals.noFile)
    return redirect(withFlash(backTo, 'fileAttached'))
  } catch (thrown) {
    const error = refusalOf(thrown, args)
    return chooseAgain(refuse(form, { ok: false, error }), file, args, refusals.noFile)
  } finally {
    if (file) await discardFile(file.path)
  }
}

/** What the person is told, and the log where it is no fault of the person. Throws what is neither. */
export function refusalOf(thrown: unknown, { requestId }: Pick<VerbArgs, 'requestId'>): Mendable {
  if (thrown instanceof Infected) {
    report({ requestId, error: new Error(`an upload was infected: ${thrown.virus}`) })
    return thrown
  }
  if (thrown instanceof ScannerSilent || thrown instanceof StoreSilent) {
    report({ requestId, error: thrown })
    return new Overloaded('いまはファイルを受け取れません。しばらくしてから、もう一度付けてください。')
  }
  if (thrown instanceof RuleBroken || thrown instanceof TooOften) return thrown
  throw thrown
}

/** The form with its file on disk; `wait` are the seconds of whoever sent too many, whose file is not read. */
async function readAttachment({ actor, request }: VerbArgs) {
  const admission = await admitUpload(actor.personId)
  const { fields, file } = await readMultipart<Received | null>(
    request,
    { field: 'file', maximumBytes: attachmentLimits.bytes },
    async ({ fileName, source }) => {
      if (admission.admitted) return receiveFile(fileStore(), fileName, source)
      source.resume()
      return null
    },
  )
  const wait = admission.admitted ? null : admission.seconds
  return { form: parseForm(fields, AttachmentForm), file, wait }
}

/**
 * What is wrong with the file as well: that there is none, where one is wanted (`wanted` says so), or, since a page that
 * is loaded anew has forgotten it, which one to choose once more. A page that scripts have kept still has it.
 */
export function chooseAgain(
  refused: ReturnType<typeof refuse>,
  file: Received | null,
  { request }: VerbArgs,
  wanted: string | null,
) {
  const { form } = refused.data
  const isKept = request.headers.get('sec-fetch-dest') === 'empty'
  if (form.errors['file'] || (file && isKept)) return refused
  const message = file ? `「${file.fileName}」をもう一度選んでください` : wanted
  if (message === null) return refused
  const errors: FormState['errors'] = { file: [message], ...form.errors }
  return data({ form: { ...form, errors } }, refused.init ?? {})
}

export function tooOften(seconds: number): TooOften {
  const minutes = Math.ceil(seconds / 60)
  return new TooOften(
    `続けてたくさんのファイルが送られました。${minutes}分たってから付けてください。`,
    seconds,
  )
}
