import { redirect } from '@remix-run/node'
import { attachmentLimits } from '#app/domain/attachments/attachment'
import { discardFile, type Received, receiveFile } from '#app/domain/attachments/files.server'
import { refusals } from '#app/domain/attachments/refusals'
import { storeFile } from '#app/domain/attachments/storing.server'
import type { Ctx } from '#app/domain/context'
import { RuleBroken } from '#app/domain/errors'
import { MemoForm } from '#app/domain/memos/forms.server'
import type { MemoPhoto } from '#app/domain/memos/writing.server'
import { admitBytes, admitUpload } from '#app/web/auth.server'
import { fileStore, site } from '#app/web/connections.server'
import { parseForm, refuse } from '#app/web/form.server'
import { readMultipart } from '#app/web/multipart.server'
import type { VerbArgs } from '#app/web/verb.server'
import { chooseAgain, refusalOf, tooOften } from '../attachments/receiving.server'

interface Written {
  readonly text: string
  readonly version: number
  readonly photo: MemoPhoto | null
}

/** Takes one line with a photo or without: the photo is looked at while no transaction waits for it. */
export async function receiveMemo(
  args: VerbArgs,
  keep: (ctx: Ctx, memo: Written) => Promise<unknown>,
  backTo: string,
) {
  const { form, file, wait } = await readMemo(args)
  try {
    if (wait !== null) return refuse(form, { ok: false, error: tooOften(wait) })
    if (file) await admitBytes(args.actor.personId, file.bytes)
    if (!form.ok) return chooseAgain(refuse(form), file, args, null)
    const photo = file && (await photoOf(file))
    const { text } = form.value
    const outcome = await args.perform(form, (ctx) => keep(ctx, { text, version: form.version, photo }))
    if (!outcome.ok) return chooseAgain(refuse(form, outcome), file, args, null)
    return redirect(backTo)
  } catch (thrown) {
    const error = refusalOf(thrown, args)
    return chooseAgain(refuse(form, { ok: false, error }), file, args, null)
  } finally {
    if (file) await discardFile(file.path)
  }
}

/** The line with its photo on disk; `wait` are the seconds of whoever sent too many, whose photo is not read. */
async function readMemo({ actor, request }: VerbArgs) {
  let wait = null as number | null
  const { fields, file } = await readMultipart<Received | null>(
    request,
    { field: 'file', maximumBytes: attachmentLimits.bytes },
    async ({ fileName, source }) => {
      const admission = await admitUpload(actor.personId)
      if (admission.admitted) return receiveFile(fileStore(), fileName, source)
      wait = admission.seconds
      source.resume()
      return null
    },
  )
  return { form: parseForm(fields, MemoForm), file, wait }
}

/** Throws RuleBroken for what is no photo, ScannerSilent and StoreSilent. */
async function photoOf(file: Received): Promise<MemoPhoto> {
  const files = fileStore()
  try {
    return { files, stored: await storeFile(files, 'other', file, site().scanner) }
  } catch (error) {
    const isOther = error instanceof RuleBroken && error.message === refusals.notPhoto
    throw isOther ? new RuleBroken(refusals.photoAlone, 'file') : error
  }
}
