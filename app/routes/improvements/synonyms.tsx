import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { insist } from '#app/domain/errors'
import { SynonymsForm } from '#app/domain/search/forms.server'
import { synonymsInWords } from '#app/domain/search/synonyms'
import { listSynonyms, maySetSynonyms, setSynonyms } from '#app/domain/search/synonyms.server'
import { Actions, Button } from '#app/ui/form/actions'
import { TextArea } from '#app/ui/form/fields'
import { ErrorSummary, VerbForm } from '#app/ui/form/form'
import { Page } from '#app/ui/page'
import { readForm, refuse } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { paths, withFlash } from '#app/web/paths'
import { titled } from '#app/web/title'
import { useForm } from '#app/web/use-form'
import { verb } from '#app/web/verb.server'

export const loader = page(async ({ actor, db, form }) => {
  insist(maySetSynonyms(actor))
  return { form: await form({ text: synonymsInWords(await listSynonyms(db)) }) }
})

export const action = verb(async ({ request, perform }) => {
  const form = await readForm(request, SynonymsForm)
  if (!form.ok) return refuse(form)

  const outcome = await perform(form, (ctx) => setSynonyms(ctx, form.value))
  if (!outcome.ok) return refuse(form, outcome)

  return redirect(withFlash(paths.synonyms(), 'synonymsSet'))
})

export const meta: MetaFunction = ({ matches }) => titled('検索の同義語', matches)

/** What people look for by one word and write by another; the secretariat hears of it first. */
export default function SynonymsPage() {
  const { form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  return (
    <Page
      title="検索の同義語"
      crumbs={[{ href: paths.improvements(), label: '改善事例' }, { label: '検索の同義語' }]}
      meta={<p>同じ意味のことばを決めておくと、どのことばで探しても、すべてが見つかります。</p>}
    >
      <ErrorSummary form={form} />
      <VerbForm form={form}>
        <TextArea form={form} name="text" label="同義語" hint="1行に1組。例：押印＝はんこ＝捺印" rows={14} />
        <Actions>
          <Button>保存する</Button>
        </Actions>
      </VerbForm>
    </Page>
  )
}
