import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { wareki } from '#app/domain/calendar'
import { mayCancel, mayChange } from '#app/domain/reorganisation/policy'
import { lineInWords } from '#app/domain/reorganisation/lines'
import { lineKinds, lineLabels, stateOf } from '#app/domain/reorganisation/reorganisation'
import { reorganisationHistory } from '#app/ui/admin/reorganisation-history'
import { ReorganisationChip } from '#app/ui/admin/reorganisation-chip'
import { ReorganisationLines } from '#app/ui/admin/reorganisation-lines'
import { ButtonLink } from '#app/ui/form/actions'
import { Page } from '#app/ui/page'
import { Timeline } from '#app/ui/timeline'
import { page } from '#app/web/page.server'
import { paths } from '#app/web/paths'
import { titled } from '#app/web/title'
import { loadReorganisation } from './loading.server'

export const loader = page(async (args) => {
  const plan = await loadReorganisation(args)
  const { actor, today } = args
  return {
    plan,
    state: stateOf(plan, today),
    mayChange: mayChange(actor, plan, today).ok,
    mayCancel: mayCancel(actor, plan, today).ok,
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.plan.name ?? '組織改正')

export default function ReorganisationPage() {
  const { plan, state, mayChange: changes, mayCancel: cancels } = useLoaderData<typeof loader>()
  const { id, name, effectiveOn, lines } = plan
  const splits = lines.some(({ kind }) => kind === 'split')
  return (
    <Page
      title={name}
      crumbs={[
        { href: paths.home(), label: 'ホーム' },
        { href: paths.admin(), label: '管理' },
        { href: paths.reorganisations(), label: '組織改正' },
        { label: name },
      ]}
      badge={<ReorganisationChip state={state} />}
      meta={<span>{wareki(effectiveOn)}施行</span>}
      actions={
        <>
          {state !== 'cancelled' && (
            <ButtonLink href={paths.reorganisationCheck(id)}>
              {changes ? '移るものを確かめる' : '移るものを見る'}
            </ButtonLink>
          )}
          {changes && splits && (
            <ButtonLink kind="secondary" href={paths.reorganisationProjects(id)}>
              事務事業の移る先を選ぶ
            </ButtonLink>
          )}
          {changes && (
            <a href={paths.reorganisationEdit(id)} className="nav-link">
              名前と施行日を変える
            </a>
          )}
          {cancels && (
            <a href={paths.reorganisationCancellation(id)} className="nav-link">
              取り消す
            </a>
          )}
        </>
      }
    >
      <section className="flow">
        <h2>行（{lines.length}）</h2>
        <ReorganisationLines
          lines={lines.map((line) => ({
            id: line.id,
            label: lineLabels[line.kind],
            text: lineInWords(line),
            departments: [
              ...line.formers.map((former) => ({
                ...{ key: `former ${former.id}`, name: former.name },
                href: paths.keptDepartment(former.id),
              })),
              ...line.laters.map((later) => ({
                ...{ key: `later ${later.id}`, name: `${later.name}（${later.code}）` },
                href: later.departmentId === null ? null : paths.keptDepartment(later.departmentId),
              })),
            ],
            removal: changes ? paths.reorganisationLineRemoval(line.id) : null,
          }))}
        />
        {changes && (
          <ul className="flex flex-wrap gap-x-6 gap-y-2">
            {lineKinds.map((kind) => (
              <li key={kind}>
                <a href={paths.reorganisationLine(id, { kind })} className="nav-link">
                  {lineLabels[kind]}の行を加える
                </a>
              </li>
            ))}
          </ul>
        )}
      </section>
      <section className="flow">
        <h2>経過</h2>
        <Timeline entries={reorganisationHistory(plan)} />
      </section>
    </Page>
  )
}
