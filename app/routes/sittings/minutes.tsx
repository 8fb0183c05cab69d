import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { MinutesForm } from '#app/domain/committees/forms.server'
import { writeMinutes } from '#app/domain/committees/minutes.server'
import { mayWriteMinutes } from '#app/domain/committees/policy'
import { Actions, Button } from '#app/ui/form/actions'
import { TextArea } from '#app/ui/form/fields'
import { VerbForm } from '#app/ui/form/form'
import { SittingVerbPage } from '#app/ui/sittings/sitting-page'
import { readForm, refuse } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { idParam } from '#app/web/params'
import { paths, withFlash } from '#app/web/paths'
import { titled } from '#app/web/title'
import { useForm } from '#app/web/use-form'
import { verb } from '#app/web/verb.server'
import { loadSitting } from './sitting.server'

export const loader = page(async (args) => {
  const sitting = await loadSitting(args, mayWriteMinutes)
  return { sitting, form: await args.form({ minutes: sitting.minutes }, sitting.version) }
})

export const action = verb(async ({ request, params, perform }) => {
  const form = await readForm(request, MinutesForm)
  if (!form.ok) return refuse(form)

  const sittingId = idParam(params, 'id')
  const outcome = await perform(form, (ctx) =>
    writeMinutes(ctx, { sittingId, version: form.version, ...form.value }),
  )
  if (!outcome.ok) return refuse(form, outcome, { minutes: '議事録' })

  return redirect(withFlash(paths.sitting(sittingId), 'minutesWritten'))
})

export const meta: MetaFunction = ({ matches }) => titled('議事録を書く', matches)

export default function MinutesPage() {
  const { sitting, form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  return (
    <SittingVerbPage
      title="議事録を書く"
      sitting={sitting}
      hrefs={{ sittings: paths.sittings(), sitting: paths.sitting(sitting.id) }}
      form={form}
    >
      <p>日時、場所、出席した委員、議題ごとの審議の内容と結果は、記録から自動で入ります。</p>
      <VerbForm form={form}>
        <TextArea
          form={form}
          name="minutes"
          label="議事録"
          rows={12}
          hint="開会のことば、全体についての意見など。"
          readers="委員と事務局だけが読みます。"
        />
        <Actions>
          <Button>議事録を保存する</Button>
        </Actions>
      </VerbForm>
    </SittingVerbPage>
  )
}
