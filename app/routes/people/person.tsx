import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { fiscalYearLabel, wareki, warekiShort } from '#app/domain/calendar'
import { findPerson, listImprovementsOfPerson } from '#app/domain/improvements/of-person.server'
import { effectWords } from '#app/ui/effect-words'
import { ItemList } from '#app/ui/item-list'
import { Page } from '#app/ui/page'
import { page } from '#app/web/page.server'
import { idParam } from '#app/web/params'
import { paths } from '#app/web/paths'
import { titled } from '#app/web/title'

export const loader = page(async ({ actor, db, params, today }) => {
  const id = idParam(params, 'id')
  return {
    person: await findPerson(db, id, today),
    improvements: await listImprovementsOfPerson(db, id),
    isOwn: id === actor.personId,
    today,
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  titled(data?.isOwn ? '私の改善記録' : (data?.person.name ?? '職員'))

/** What a person did that everybody may know. One's own goes on paper for 目標管理; nobody is compared with anybody. */
export default function PersonPage() {
  const { person, improvements, isOwn, today } = useLoaderData<typeof loader>()
  const years = [...new Set(improvements.map(({ fiscalYear }) => fiscalYear))]
  const copied = improvements.reduce((sum, { copies }) => sum + copies, 0)
  return (
    <Page
      title={isOwn ? '私の改善記録' : person.name}
      crumbs={[
        { href: paths.improvements(), label: '改善事例' },
        { label: isOwn ? '私の改善記録' : person.name },
      ]}
      meta={
        <>
          {person.departmentId !== null && (
            <a href={paths.department(person.departmentId)}>{person.departmentName}</a>
          )}
          {isOwn && <span>{person.name}</span>}
          {isOwn && <span>{wareki(today)}現在</span>}
        </>
      }
      actions={
        isOwn && (
          <>
            <button type="button" className="button button-secondary" data-print="" hidden>
              印刷する
            </button>
            <a href={paths.memos()} className="nav-link">
              気づきメモ
            </a>
          </>
        )
      }
    >
      {improvements.length === 0 ? (
        <p>
          {isOwn
            ? '確認された報告や採用された提案が、ここに載ります。'
            : '公開されている改善は、まだありません。'}
        </p>
      ) : (
        <p>
          {improvements.length}件{copied > 0 && `　ほかの課が取り入れた数 ${copied}`}
        </p>
      )}
      {years.map((year) => (
        <section key={year} className="flow" aria-labelledby={`y${year}`}>
          <h2 id={`y${year}`}>{fiscalYearLabel(year)}</h2>
          <ItemList
            label={fiscalYearLabel(year)}
            items={improvements
              .filter(({ fiscalYear }) => fiscalYear === year)
              .map((row) => ({
                key: row.id,
                href: paths.improvement(row.id),
                title: row.title,
                meta: [
                  row.practiceId === null ? '職員提案' : '一人一改善',
                  row.departmentName,
                  row.implementedOn && warekiShort(row.implementedOn),
                  effectWords(row),
                  row.copies > 0 && `${row.copies}つの課が取り入れています`,
                ]
                  .filter(Boolean)
                  .join('　'),
              }))}
          />
        </section>
      ))}
    </Page>
  )
}
