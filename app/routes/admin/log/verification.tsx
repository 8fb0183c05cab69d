import { data, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { mayAudit } from '#app/domain/accounts/policy'
import { insist } from '#app/domain/errors'
import { verifyLog } from '#app/domain/events/log.server'
import { BareForm } from '#app/domain/bare-form.server'
import { Actions, Button, ButtonLink } from '#app/ui/form/actions'
import { ErrorSummary, VerbForm } from '#app/ui/form/form'
import { Page } from '#app/ui/page'
import { seal } from '#app/web/connections.server'
import { readForm, refuse } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { paths } from '#app/web/paths'
import { titled } from '#app/web/title'
import { useForm } from '#app/web/use-form'
import { verb } from '#app/web/verb.server'

export const loader = page(async ({ actor, form }) => {
  insist(mayAudit(actor))
  return { form: await form() }
})

export const action = verb(async ({ actor, db, request }) => {
  insist(mayAudit(actor))
  const form = await readForm(request, BareForm)
  if (!form.ok) return refuse(form)

  return data({ result: await verifyLog(db, seal()) })
})

export const meta: MetaFunction<typeof loader> = ({ matches }) => titled('監査ログの確認', matches)

export default function VerificationPage() {
  const form = useForm(useLoaderData<typeof loader>().form)
  const result = useActionData<{ result?: { checked: number; brokenAt: number | null } }>()?.result
  return (
    <Page
      title="監査ログの確認"
      crumbs={[
        { href: paths.admin(), label: '管理' },
        { href: paths.log(), label: '監査ログ' },
        { label: '監査ログの確認' },
      ]}
    >
      <ErrorSummary form={form} />
      <p>
        記録の1行ごとの封（前の行とつながった署名）を初めから確かめます。書き換え、削除、差し込みがあれば、その番号が分かります。
      </p>
      {result && (
        <p role="status" className="card font-700">
          {result.brokenAt === null
            ? `${result.checked.toLocaleString('ja-JP')}行を確かめました。書き換えはありません。`
            : `${result.brokenAt.toLocaleString('ja-JP')}番の記録が、封と合いません。バックアップと比べてください。`}
        </p>
      )}
      <VerbForm form={form}>
        <Actions>
          <Button>確かめる</Button>
          <ButtonLink kind="secondary" href={paths.log()}>
            監査ログに戻る
          </ButtonLink>
        </Actions>
      </VerbForm>
    </Page>
  )
}
