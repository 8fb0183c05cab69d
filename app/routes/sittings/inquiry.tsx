import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { InquiryForm } from '#app/domain/proposals/committee-forms.server'
import { askAboutItems } from '#app/domain/proposals/sitting-steps.server'
import { Actions, Button, ButtonLink } from '#app/ui/form/actions'
import { DateField, TextArea } from '#app/ui/form/fields'
import { VerbForm } from '#app/ui/form/form'
import { ChosenItems } from '#app/ui/sittings/chosen-items'
import { SittingVerbPage } from '#app/ui/sittings/sitting-page'
import { readForm, refuse } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { idParam } from '#app/web/params'
import { paths, withFlash } from '#app/web/paths'
import { titled } from '#app/web/title'
import { useForm } from '#app/web/use-form'
import { verb } from '#app/web/verb.server'
import { loadChosen } from './chosen.server'

export const loader = page(async (args) => ({ ...(await loadChosen(args)), form: await args.form() }))

export const action = verb(async ({ request, params, perform }) => {
  const form = await readForm(request, InquiryForm)
  if (!form.ok) return refuse(form)

  const sittingId = idParam(params, 'id')
  const { chosen, ...question } = form.value
  const outcome = await perform(form, (ctx) =>
    askAboutItems(ctx, { sittingId, agendaItemIds: chosen, ...question }),
  )
  if (!outcome.ok) return refuse(form, outcome)

  return redirect(withFlash(paths.sitting(sittingId), 'itemsAsked'))
})

export const meta: MetaFunction = ({ matches }) => titled('主管課に照会する', matches)

export default function InquiryPage() {
  const { sitting, lines, form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  return (
    <SittingVerbPage
      title="主管課に照会する"
      sitting={sitting}
      hrefs={{ sittings: paths.sittings(), sitting: paths.sitting(sitting.id) }}
      form={form}
    >
      <p>{lines.length}件の主管課に、同じことを聞きます。回答がそろうと、次の会議の議題の候補に戻ります。</p>
      <VerbForm form={form}>
        <ChosenItems lines={lines} />
        <TextArea
          form={form}
          name="question"
          label="聞きたいこと"
          required
          readers="提案者と、照会を受けた課、委員、事務局が読みます。"
        />
        <DateField form={form} name="dueOn" label="回答の期限" hint="空欄なら、年度の設定の日数です。" />
        <Actions>
          <Button>{lines.length}件を照会する</Button>
          <ButtonLink kind="text" href={paths.sitting(sitting.id)}>
            選び直す
          </ButtonLink>
        </Actions>
      </VerbForm>
    </SittingVerbPage>
  )
}
