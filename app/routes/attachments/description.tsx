import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findAttachmentSeenBy, redescribeFile } from '#app/domain/attached.server'
import { attachmentLimits, isPhoto } from '#app/domain/attachments/attachment'
import { DescriptionForm } from '#app/domain/attachments/forms.server'
import { insist } from '#app/domain/errors'
import { Actions, Button, ButtonLink } from '#app/ui/form/actions'
import { TextField } from '#app/ui/form/fields'
import { ErrorSummary, VerbForm } from '#app/ui/form/form'
import { Page } from '#app/ui/page'
import { readForm, refuse } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { idParam } from '#app/web/params'
import { paths, withFlash } from '#app/web/paths'
import { titled } from '#app/web/title'
import { useForm } from '#app/web/use-form'
import { verb } from '#app/web/verb.server'
import { attachmentsOf } from './hrefs'

export const loader = page(async ({ actor, db, params, form }) => {
  const { subject, mayRevise, shown } = await findAttachmentSeenBy(db, actor, idParam(params, 'id'))
  insist(mayRevise)
  return { shown, backTo: attachmentsOf(subject), form: await form({ description: shown.description }) }
})

export const action = verb(async ({ request, params, perform }) => {
  const attachmentId = idParam(params, 'id')
  const form = await readForm(request, DescriptionForm)
  if (!form.ok) return refuse(form)

  const outcome = await perform(form, (ctx) => redescribeFile(ctx, { attachmentId, ...form.value }))
  if (!outcome.ok) return refuse(form, outcome)

  return redirect(withFlash(attachmentsOf(outcome.value), 'fileDescribed'))
})

const pageTitle = '写真や資料の説明を直す'

export const meta: MetaFunction = ({ matches }) => titled(pageTitle, matches)

export default function DescriptionPage() {
  const { shown, backTo, form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  return (
    <Page title={pageTitle} crumbs={[{ href: backTo, label: '写真と資料' }, { label: '説明を直す' }]}>
      <ErrorSummary form={form} labels={{ description: '説明' }} />
      {isPhoto(shown) ? (
        <img src={paths.thumbnail(shown.id)} alt={shown.description} />
      ) : (
        <p className="break-all">{shown.fileName}</p>
      )}
      <VerbForm form={form}>
        <TextField
          form={form}
          name="description"
          label="説明"
          required={isPhoto(shown)}
          counter={attachmentLimits.descriptionLength}
          hint="画面が見えない人に読み上げます。例：窓口の前に10人ほどが並んでいる"
          readers="写真や資料といっしょに読まれます"
        />
        <Actions>
          <Button>保存する</Button>
          <ButtonLink kind="secondary" href={backTo}>
            直さないで戻る
          </ButtonLink>
        </Actions>
      </VerbForm>
    </Page>
  )
}
