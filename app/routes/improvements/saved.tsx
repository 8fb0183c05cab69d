import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findCasesElsewhere } from '#app/domain/improvements/elsewhere.server'
import { SavedSearchForm } from '#app/domain/improvements/forms.server'
import { listNarrowing } from '#app/domain/improvements/narrowing.server'
import { listSavedSearches, saveSearch } from '#app/domain/improvements/saved-searches.server'
import { Empty } from '#app/ui/empty'
import { Actions, Button, ButtonLink } from '#app/ui/form/actions'
import { Hidden, TextField } from '#app/ui/form/fields'
import { ErrorSummary, VerbForm } from '#app/ui/form/form'
import { shelfOrderLabels } from '#app/ui/improvements/library-words'
import { Page } from '#app/ui/page'
import { readForm, refuse } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { paths, withFlash } from '#app/web/paths'
import { titled } from '#app/web/title'
import { useForm } from '#app/web/use-form'
import { verb } from '#app/web/verb.server'
import { appliedTo } from './applied'
import { filterOf, isNarrowed, queryOf } from './filter'

export const loader = page(async ({ actor, db, today, url, form }) => {
  const filter = filterOf(url)
  const cases = filter.like === undefined ? undefined : await findCasesElsewhere(db, filter.like, today)
  const names = await listNarrowing(db, today, filter)
  const conditions = appliedTo(filter, names, cases).map(({ label }) => label)
  const saved = await listSavedSearches(db, actor.personId)
  return {
    conditions: [...conditions, ...(filter.sort === 'new' ? [] : [shelfOrderLabels[filter.sort]])],
    saved: saved.map(({ id, name, query }) => ({ id, name, href: addressOf(query) })),
    query: queryOf(filter),
    toSave: isNarrowed(filter) ? paths.improvements(queryOf(filter)).split('?')[1] : undefined,
    form: await form(),
  }
})

export const action = verb(async ({ request, perform }) => {
  const form = await readForm(request, SavedSearchForm)
  if (!form.ok) return refuse(form)

  const outcome = await perform(form, (ctx) => saveSearch(ctx, form.value))
  if (!outcome.ok) return refuse(form, outcome)

  return redirect(withFlash(paths.savedSearches(), 'searchSaved'))
})

/** Whatever was kept, only what the library understands becomes an address. */
function addressOf(query: string): string {
  return paths.improvements(queryOf(filterOf(new URL(`http://here.invalid/?${query}`))))
}

const pageTitle = '保存と印刷'

export const meta: MetaFunction = ({ matches }) => titled(pageTitle, matches)

export default function SavedSearchesPage() {
  const { conditions, saved, query, toSave, form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  const label = '検索の名前'
  return (
    <Page
      title={pageTitle}
      crumbs={[{ href: paths.improvements(query), label: '改善事例' }, { label: pageTitle }]}
    >
      <ErrorSummary form={form} labels={{ name: label }} />
      <section className="flow" aria-labelledby="taken">
        <h2 id="taken">この条件の一覧</h2>
        <p>{conditions.join('　') || 'すべての改善事例'}</p>
        <ul>
          <li>
            <a href={paths.booklet(query)} className="nav-link">
              事例集を印刷する（A4、1枚に2件）
            </a>
          </li>
          <li>
            <a href={paths.improvementsWorkbook(query)} className="nav-link" download>
              Excelで保存する
            </a>
          </li>
          <li>
            <a href={paths.improvementsDownload(query)} className="nav-link" download>
              CSVで保存する
            </a>
          </li>
        </ul>
      </section>
      {toSave !== undefined && (
        <VerbForm form={form}>
          <h2>この条件に名前を付けて保存する</h2>
          <Hidden name="query" value={toSave} />
          <TextField
            form={form}
            name="name"
            label={label}
            required
            width="medium"
            hint="例：税務課の時間短縮"
          />
          <Actions>
            <Button>検索を保存する</Button>
          </Actions>
        </VerbForm>
      )}
      <h2>保存した検索</h2>
      {saved.length === 0 ? (
        <Empty
          action={
            <ButtonLink kind="secondary" href={paths.improvements()}>
              改善事例をさがす
            </ButtonLink>
          }
        >
          保存した検索はまだありません。改善事例を絞り込むと、その条件に名前を付けて保存できます。
        </Empty>
      ) : (
        <ul className="rows" aria-label="保存した検索">
          {saved.map(({ id, name, href }) => (
            <li key={id} className="row">
              <div>
                <a href={href} className="row-title">
                  {name}
                </a>
              </div>
              <VerbForm
                form={{ ...form, key: `${form.key}-${id}`, errors: {}, formErrors: [] }}
                action={paths.savedSearchRemoval(id)}
              >
                <Button kind="secondary">
                  消す<span className="sr-only">：{name}</span>
                </Button>
              </VerbForm>
            </li>
          ))}
        </ul>
      )}
    </Page>
  )
}
