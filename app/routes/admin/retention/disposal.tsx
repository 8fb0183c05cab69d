import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { wareki } from '#app/domain/calendar'
import { insist } from '#app/domain/errors'
import { DisposalForm } from '#app/domain/organisation/forms.server'
import { mayKeepRetention } from '#app/domain/organisation/policy'
import { type Retained, retained, retainedLabels } from '#app/domain/organisation/retention'
import { disposeOf, listRetention } from '#app/domain/retention.server'
import { Empty } from '#app/ui/empty'
import { Actions, Button, ButtonLink } from '#app/ui/form/actions'
import { Hidden } from '#app/ui/form/fields'
import { ErrorSummary, VerbForm } from '#app/ui/form/form'
import { Page } from '#app/ui/page'
import { readForm, refuse } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { choiceQuery } from '#app/web/params'
import { paths, withFlash } from '#app/web/paths'
import { titled } from '#app/web/title'
import { useForm } from '#app/web/use-form'
import { verb } from '#app/web/verb.server'

export const loader = page(async ({ actor, db, today, url, form }) => {
  insist(mayKeepRetention(actor))
  const asked = choiceQuery(url, 'what', retained)
  const kind = (await listRetention(db, today)).find(({ what }) => what === asked)
  if (!kind) throw redirect(paths.retention())
  return { kind, form: await form() }
})

export const action = verb(async ({ actor, request, perform }) => {
  insist(mayKeepRetention(actor))
  const form = await readForm(request, DisposalForm)
  if (!form.ok) return refuse(form)

  const outcome = await perform(form, (ctx) => disposeOf(ctx, form.value))
  if (!outcome.ok) return refuse(form, outcome)

  return redirect(withFlash(paths.retention(), 'disposed'))
})

export const meta: MetaFunction = ({ matches }) => titled('廃棄の確認', matches)

export default function DisposalPage() {
  const { kind, form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  const { what, years, before, past } = kind
  return (
    <Page
      title="廃棄の確認"
      crumbs={[
        { href: paths.admin(), label: '管理' },
        { href: paths.retention(), label: '保存期間' },
        { label: '廃棄の確認' },
      ]}
    >
      <ErrorSummary form={form} />
      {past === 0 ? (
        <Empty>
          {retainedLabels[what]}のうち、保存期間の{years}年を過ぎた（{wareki(before)}
          より前の）ものはありません。
        </Empty>
      ) : (
        <>
          <p>
            {retainedLabels[what]}のうち、保存期間の{years}年を過ぎた（{wareki(before)}より前の）
            {past.toLocaleString('ja-JP')}件です。
          </p>
          <p>
            {staying[what]}
            監査ログも、過去の年度の数値も変わりません。廃棄したものは元に戻せません。
          </p>
          <VerbForm form={form}>
            <Hidden name="what" value={what} />
            <Hidden name="before" value={before} />
            <Actions>
              <Button>廃棄する</Button>
              <ButtonLink kind="secondary" href={paths.retention()}>
                廃棄しない
              </ButtonLink>
            </Actions>
          </VerbForm>
        </>
      )}
    </Page>
  )
}

const staying: Readonly<Record<Retained, string>> = {
  notifications: 'お知らせのもとになった提案や改善の記録は残ります。',
  imports: '取り込んだこと、日時、人、行数の記録と、取り込まれた内容は残ります。',
  withdrawnFiles: '取り下げた提案の文章と経過は残り、写真と資料だけがなくなります。',
}
