import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { headedDepartmentIds } from '#app/domain/organisation/actor'
import { listTemplates } from '#app/domain/proposals/answer-templates.server'
import { Empty } from '#app/ui/empty'
import { Button, ButtonLink } from '#app/ui/form/actions'
import { Page } from '#app/ui/page'
import { TemplateTexts } from '#app/ui/proposals/template-fields'
import { page } from '#app/web/page.server'
import { paths } from '#app/web/paths'
import { titled } from '#app/web/title'

export const loader = page(async ({ actor, db, form }) => {
  const templates = await listTemplates(db, actor)
  return {
    keeps: headedDepartmentIds(actor).length > 0,
    templates: await Promise.all(
      templates.map(async (template) => ({
        ...template,
        form: await form(),
      })),
    ),
  }
})

const pageTitle = '回答のひな形'

export const meta: MetaFunction = () => titled(pageTitle)

export default function TemplatesPage() {
  const { keeps, templates } = useLoaderData<typeof loader>()
  return (
    <Page
      title={pageTitle}
      crumbs={[{ href: paths.considerations(), label: '検討する提案' }, { label: pageTitle }]}
      actions={keeps && <ButtonLink href={paths.newTemplate()}>ひな形を作る</ButtonLink>}
    >
      <p>検討記録を書くときに選ぶと、まだ空いている欄に入ります。書いた文が消えることはありません。</p>
      {templates.length === 0 ? (
        <Empty>
          {keeps
            ? 'ひな形はまだありません。よく使う文を作っておくと、課のだれもが検討記録に使えます。'
            : 'ひな形はまだありません。所属長が作ると、ここから読めて、検討記録に使えます。'}
        </Empty>
      ) : (
        templates.map((template) => (
          <section key={template.id} className="card flow" aria-labelledby={`template-${template.id}`}>
            <h2 id={`template-${template.id}`}>{template.name}</h2>
            <p className="secondary">{template.departmentName}</p>
            <TemplateTexts template={template} />
            {template.isHeaded === 1 && (
              <div className="flex flex-wrap items-center gap-3 no-print">
                <ButtonLink kind="secondary" href={paths.template(template.id)} hidden={template.name}>
                  直す
                </ButtonLink>
                <form method="post" action={paths.templateRetirement(template.id)}>
                  <input type="hidden" name="key" value={template.form.key} />
                  <Button kind="text" hidden={template.name}>
                    廃止する
                  </Button>
                </form>
              </div>
            )}
          </section>
        ))
      )}
    </Page>
  )
}
