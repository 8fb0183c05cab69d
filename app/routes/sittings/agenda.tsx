import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { dayOf, daysBetween } from '#app/domain/calendar'
import { AgendaForm } from '#app/domain/committees/forms.server'
import { mayChangeAgenda } from '#app/domain/committees/policy'
import { listCandidates, putOnAgenda } from '#app/domain/proposals/sitting-agenda.server'
import { Empty } from '#app/ui/empty'
import { Actions, Button } from '#app/ui/form/actions'
import { CheckboxGroup } from '#app/ui/form/choices'
import { VerbForm } from '#app/ui/form/form'
import { SittingVerbPage } from '#app/ui/sittings/sitting-page'
import { stanceLabels } from '#app/ui/words'
import { readForm, refuse } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { idParam } from '#app/web/params'
import { paths, withFlash } from '#app/web/paths'
import { titled } from '#app/web/title'
import { useForm } from '#app/web/use-form'
import { verb } from '#app/web/verb.server'
import { loadSitting } from './sitting.server'

export const loader = page(async (args) => {
  const sitting = await loadSitting(args, mayChangeAgenda)
  const candidates = await listCandidates(args.db, args.actor, sitting)
  return {
    sitting,
    options: candidates.map(({ id, title, receiptNumber, leadDepartmentName, stances, stageSince }) => ({
      value: String(id),
      label: title,
      hint: [
        receiptNumber,
        leadDepartmentName,
        stances.map((stance) => (stance === null ? '回答待ち' : stanceLabels[stance])).join('・'),
        `${daysBetween(dayOf(stageSince), args.today)}日待ち`,
      ]
        .filter(Boolean)
        .join('　'),
    })),
    form: await args.form(),
  }
})

export const action = verb(async ({ request, params, perform }) => {
  const form = await readForm(request, AgendaForm)
  if (!form.ok) return refuse(form)

  const sittingId = idParam(params, 'id')
  const outcome = await perform(form, (ctx) => putOnAgenda(ctx, { sittingId, ...form.value }))
  if (!outcome.ok) return refuse(form, outcome)

  return redirect(withFlash(paths.sitting(sittingId), 'agendaChosen'))
})

export const meta: MetaFunction = ({ matches }) => titled('議題を選ぶ', matches)

export default function AgendaChoicePage() {
  const { sitting, options, form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  return (
    <SittingVerbPage
      title="議題を選ぶ"
      sitting={sitting}
      hrefs={{ sittings: paths.sittings(), sitting: paths.sitting(sitting.id) }}
      form={form}
    >
      {options.length === 0 ? (
        <Empty action={<a href={paths.sitting(sitting.id)}>会議のページへ</a>}>
          審議を待っている提案はありません。
        </Empty>
      ) : (
        <VerbForm form={form}>
          <CheckboxGroup
            form={form}
            name="proposalIds"
            label="議題にする提案"
            required
            hint="待っている日数の長い順です。選んだ順番は、あとから変えられます。"
            options={options}
          />
          <Actions>
            <Button>議題に加える</Button>
          </Actions>
        </VerbForm>
      )}
    </SittingVerbPage>
  )
}
