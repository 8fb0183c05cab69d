import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { insist } from '#app/domain/errors'
import { GrowthForm } from '#app/domain/memos/forms.server'
import { growIntoPractice, growIntoProposal } from '#app/domain/memos/growing.server'
import { findMemoSeenBy } from '#app/domain/memos/listing.server'
import { mayGrow } from '#app/domain/memos/memo'
import { findMemoFactsSeenBy } from '#app/domain/memos/seen.server'
import { Actions, Button } from '#app/ui/form/actions'
import { CheckboxGroup, RadioGroup } from '#app/ui/form/choices'
import { ErrorSummary, VerbForm } from '#app/ui/form/form'
import { memoLabels, nameInWords } from '#app/ui/memos/memo-words'
import { Page } from '#app/ui/page'
import { readForm, refuse } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { idParam } from '#app/web/params'
import { paths, withFlash } from '#app/web/paths'
import { titled } from '#app/web/title'
import { useForm } from '#app/web/use-form'
import { verb } from '#app/web/verb.server'

export const loader = page(async ({ actor, db, params, form }) => {
  const id = idParam(params, 'id')
  insist(mayGrow(actor, await findMemoFactsSeenBy(db, actor, id)))
  const { text, companions } = await findMemoSeenBy(db, actor, id)
  // Whoever has left the city hall cannot be named any more.
  const inService = companions
    .filter(({ departmentName }) => departmentName !== null)
    .map((companion) => ({ value: String(companion.personId), label: nameInWords(companion) }))
  return {
    ...{ id, text, companions: inService },
    form: await form({ companionIds: inService.map(({ value }) => value) }),
  }
})

export const action = verb(async ({ request, params, perform }) => {
  const memoId = idParam(params, 'id')
  const form = await readForm(request, GrowthForm)
  if (!form.ok) return refuse(form)

  const { into, companionIds } = form.value
  if (into === 'practice') {
    const begun = await perform(form, (ctx) => growIntoPractice(ctx, { memoId, companionIds }))
    if (!begun.ok) return refuse(form, begun)
    return redirect(withFlash(paths.practiceEdit(begun.value.practiceId), 'memoGrown'))
  }
  const begun = await perform(form, (ctx) => growIntoProposal(ctx, { memoId, companionIds }))
  if (!begun.ok) return refuse(form, begun)
  return redirect(withFlash(paths.proposalEdit(begun.value.proposalId), 'memoGrown'))
})

const pageTitle = '報告や提案にする'

export const meta: MetaFunction = ({ matches }) => titled(pageTitle, matches)

export default function GrowthPage() {
  const { id, text, companions, form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  return (
    <Page
      title={pageTitle}
      crumbs={[
        { href: paths.memos(), label: '気づきメモ' },
        { href: paths.memo(id), label: text },
        { label: pageTitle },
      ]}
      meta={<p>「{text}」</p>}
    >
      <ErrorSummary form={form} labels={memoLabels} />
      <p>メモの文と写真を写した下書きを作ります。送る前に、何度でも直せます。</p>
      <VerbForm form={form}>
        <RadioGroup
          form={form}
          name="into"
          label="何にするか"
          required
          options={[
            { value: 'practice', label: '改善の報告', hint: 'もう変えてみたとき。' },
            { value: 'proposal', label: '提案', hint: 'これからのこと。ほかの課のことでもかまいません。' },
          ]}
        />
        {companions.length > 0 && (
          <CheckboxGroup
            form={form}
            name="companionIds"
            label="いっしょに取り組む人"
            hint="選んだ人は、下書きをいっしょに書けます。提案では共同提案者になります。"
            options={companions}
          />
        )}
        <Actions>
          <Button>下書きを作る</Button>
        </Actions>
      </VerbForm>
    </Page>
  )
}
