import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { SittingChoiceForm } from '#app/domain/committees/forms.server'
import { sittingInWords } from '#app/domain/committees/sitting'
import { listOpenSittings } from '#app/domain/committees/sittings.server'
import { decidingBody, mayPutOnAgenda } from '#app/domain/proposals/committee-policy'
import { putProposalOnAgenda } from '#app/domain/proposals/sitting-agenda.server'
import { Empty } from '#app/ui/empty'
import { Actions, Button, ButtonLink } from '#app/ui/form/actions'
import { RadioGroup } from '#app/ui/form/choices'
import { VerbForm } from '#app/ui/form/form'
import { MatterPage } from '#app/ui/proposals/matter'
import { readForm, refuse } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { idParam } from '#app/web/params'
import { paths, withFlash } from '#app/web/paths'
import { titled } from '#app/web/title'
import { useForm } from '#app/web/use-form'
import { verb } from '#app/web/verb.server'
import { loadMatter } from './matter.server'

export const loader = page(async (args) => {
  const { facts, matter } = await loadMatter(args, mayPutOnAgenda)
  const sittings = await listOpenSittings(args.db, decidingBody(facts))
  const [next] = sittings
  return {
    matter,
    options: sittings.map((sitting) => ({
      value: String(sitting.id),
      label: sittingInWords(sitting),
      hint: [sitting.startsAt, sitting.place].filter(Boolean).join('　'),
    })),
    form: await args.form({ sittingId: String(next?.id ?? '') }),
  }
})

export const action = verb(async ({ request, params, perform }) => {
  const form = await readForm(request, SittingChoiceForm)
  if (!form.ok) return refuse(form)

  const { sittingId } = form.value
  const outcome = await perform(form, (ctx) =>
    putProposalOnAgenda(ctx, { sittingId, proposalId: idParam(params, 'id') }),
  )
  if (!outcome.ok) return refuse(form, outcome)

  return redirect(withFlash(paths.sitting(sittingId), 'agendaChosen'))
})

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  titled(`会議の議題に入れる：${data?.matter.subject.title ?? ''}`, matches)

export default function ProposalAgendaPage() {
  const { matter, options, form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  return (
    <MatterPage {...matter} title="会議の議題に入れる" form={form}>
      <p>結果は、出席を記録した会議で、議題のページから記録します。</p>
      {options.length === 0 ? (
        <Empty action={<ButtonLink href={paths.newSitting()}>会議を予定する</ButtonLink>}>
          予定された会議がありません。
        </Empty>
      ) : (
        <VerbForm form={form}>
          <RadioGroup form={form} name="sittingId" label="会議" required options={options}>
            <a href={paths.newSitting()} className="nav-link">
              別の会議を予定する
            </a>
          </RadioGroup>
          <Actions>
            <Button>会議の議題に入れる</Button>
          </Actions>
        </VerbForm>
      )}
    </MatterPage>
  )
}
