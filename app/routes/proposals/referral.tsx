import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { sittingInWords } from '#app/domain/committees/sitting'
import { ReferralForm } from '#app/domain/proposals/committee-forms.server'
import { mayReferToCouncil } from '#app/domain/proposals/committee-policy'
import { referToCouncil } from '#app/domain/proposals/council.server'
import { Actions, Button } from '#app/ui/form/actions'
import { RadioGroup } from '#app/ui/form/choices'
import { TextArea, TextField } from '#app/ui/form/fields'
import { VerbForm } from '#app/ui/form/form'
import { OnlyIf } from '#app/ui/form/only-if'
import { MatterPage } from '#app/ui/proposals/matter'
import { readForm, refuse } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { idParam } from '#app/web/params'
import { paths, withFlash } from '#app/web/paths'
import { titled } from '#app/web/title'
import { useForm } from '#app/web/use-form'
import { verb } from '#app/web/verb.server'
import { Attached } from '../attachments/attached'
import { loadMatterInSitting } from './matter.server'

const readers = '政策会議と事務改善委員会の委員、事務局だけが読みます。'

export const loader = page(async (args) => {
  const { matter, sitting } = await loadMatterInSitting(args, mayReferToCouncil)
  return { matter, sitting, form: await args.form({ subject: matter.subject.title }) }
})

export const action = verb(async ({ request, params, perform }) => {
  const form = await readForm(request, ReferralForm)
  if (!form.ok) return refuse(form)

  const proposalId = idParam(params, 'id')
  const outcome = await perform(form, (ctx) => referToCouncil(ctx, { proposalId, ...form.value }))
  if (!outcome.ok) return refuse(form, outcome)

  return redirect(withFlash(paths.proposal(proposalId), 'proposalReferred'))
})

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  titled(`政策会議に付議する：${data?.matter.subject.title ?? ''}`, matches)

export default function ReferralPage() {
  const { matter, sitting, form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  return (
    <MatterPage
      {...matter}
      papers={<Attached attachments={matter.subject.attachments} />}
      title="政策会議に付議する"
      form={form}
    >
      <p>{sittingInWords(sitting)}の結果として記録します。</p>
      <VerbForm form={form}>
        <RadioGroup
          form={form}
          name="kind"
          label="種類"
          required
          options={[
            { value: 'motion', label: '発議', hint: '政策会議の決定を求めます' },
            { value: 'report', label: '報告', hint: '政策会議に知らせ、意見を聞きます' },
          ]}
        />
        <TextField form={form} name="subject" label="件名" required readers={readers} />
        <TextArea form={form} name="summary" label="概要" required readers={readers} />
        <OnlyIf answers={['motion']} words="「発議」のときに入力">
          <TextArea
            form={form}
            name="requestedDecision"
            label="求める決定"
            required
            rows={3}
            readers={readers}
          />
        </OnlyIf>
        <Actions>
          <Button>政策会議に付議する</Button>
        </Actions>
      </VerbForm>
    </MatterPage>
  )
}
