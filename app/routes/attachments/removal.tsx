import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { detachFile, findAttachmentSeenBy } from '#app/domain/attached.server'
import { isPhoto } from '#app/domain/attachments/attachment'
import { insist } from '#app/domain/errors'
import { BareForm } from '#app/domain/bare-form.server'
import { Actions, Button, ButtonLink } from '#app/ui/form/actions'
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
  return { shown, backTo: attachmentsOf(subject), form: await form() }
})

export const action = verb(async ({ request, params, perform }) => {
  const attachmentId = idParam(params, 'id')
  const form = await readForm(request, BareForm)
  if (!form.ok) return refuse(form)

  const outcome = await perform(form, (ctx) => detachFile(ctx, { attachmentId }))
  if (!outcome.ok) return refuse(form, outcome)

  return redirect(withFlash(attachmentsOf(outcome.value), 'fileRemoved'))
})

export const meta: MetaFunction = ({ matches }) => titled('写真や資料を外す', matches)

export default function RemovalPage() {
  const { shown, backTo, form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  return (
    <Page
      title={isPhoto(shown) ? '写真を外す' : '資料を外す'}
      crumbs={[{ href: backTo, label: '写真と資料' }, { label: '外す' }]}
    >
      <ErrorSummary form={form} />
      {isPhoto(shown) && <img src={paths.thumbnail(shown.id)} alt={shown.description} />}
      <p>
        「{isPhoto(shown) ? shown.description : shown.fileName}
        」を外します。もう一度付けるには、ファイルを選び直します。
      </p>
      <VerbForm form={form}>
        <Actions>
          <Button>外す</Button>
          <ButtonLink kind="secondary" href={backTo}>
            外さないで戻る
          </ButtonLink>
        </Actions>
      </VerbForm>
    </Page>
  )
}
