import { data, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { revealAuthors, type Author } from '#app/domain/proposals/authors.server'
import { BareForm } from '#app/domain/bare-form.server'
import { mayRevealAuthors } from '#app/domain/proposals/policy'
import { Actions, Button, ButtonLink } from '#app/ui/form/actions'
import { VerbForm } from '#app/ui/form/form'
import { VerbPage } from '#app/ui/proposals/verb-page'
import { readForm, refuse } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { idParam } from '#app/web/params'
import { paths } from '#app/web/paths'
import { titled } from '#app/web/title'
import { useForm } from '#app/web/use-form'
import { verb } from '#app/web/verb.server'
import { loadForVerb } from './verb.server'

export const loader = page(async (args) => {
  const { subject } = await loadForVerb(args, mayRevealAuthors)
  return { subject, form: await args.form() }
})

/** Without the form's key: a kept result would keep the names, and every look is to be logged. */
export const action = verb(async ({ request, params, perform }) => {
  const form = await readForm(request, BareForm)
  if (!form.ok) return refuse(form)

  const outcome = await perform({ key: '' }, (ctx) =>
    revealAuthors(ctx, { proposalId: idParam(params, 'id') }),
  )
  if (!outcome.ok) return refuse(form, outcome)

  return data({ authors: outcome.value })
})

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) =>
  titled(`提案者の氏名：${loaded?.subject.title ?? ''}`, matches)

export default function AuthorsPage() {
  const { subject, form: started } = useLoaderData<typeof loader>()
  const revealed = useActionData<{ authors?: Author[] }>()?.authors
  const form = useForm(started)
  return (
    <VerbPage title="提案者の氏名" proposal={subject} href={paths.proposal(subject.id)} form={form}>
      {revealed ? (
        <>
          <ul>
            {revealed.map(({ name, departmentName, role }) => (
              <li key={`${name} ${departmentName}`}>
                {name}（{departmentName}）{role === 'lead' && '　代表'}
              </li>
            ))}
          </ul>
          <p>確かめたことは記録しました。審査に関わる人には伝えないでください。</p>
          <p>
            <ButtonLink kind="secondary" href={paths.proposal(subject.id)}>
              提案に戻る
            </ButtonLink>
          </p>
        </>
      ) : (
        <VerbForm form={form}>
          <p>
            この提案は氏名を伏せて審査しています。確かめると、だれがいつ確かめたかを記録し、提案者にも分かるようにします。
          </p>
          <Actions>
            <Button>氏名を確かめる</Button>
            <ButtonLink kind="secondary" href={paths.proposal(subject.id)}>
              提案に戻る
            </ButtonLink>
          </Actions>
        </VerbForm>
      )}
    </VerbPage>
  )
}
