import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { fiscalYearLabel, fiscalYearOf, wareki, warekiShort } from '#app/domain/calendar'
import { NotFound } from '#app/domain/errors'
import { type Evidence, findProjectYears, listEvidence } from '#app/domain/indicators/project-evidence.server'
import { mayKeepOrganisation } from '#app/domain/organisation/policy'
import { listProjectMergers } from '#app/domain/projects/descent.server'
import { Chip } from '#app/ui/chip'
import { Empty } from '#app/ui/empty'
import { ButtonLink } from '#app/ui/form/actions'
import { ItemList } from '#app/ui/item-list'
import { Page } from '#app/ui/page'
import { SummaryList } from '#app/ui/summary-list'
import { page } from '#app/web/page.server'
import { idParam, numberQuery } from '#app/web/params'
import { paths } from '#app/web/paths'
import { titled } from '#app/web/title'

export const loader = page(async ({ actor, db, params, url, today }) => {
  const projectId = idParam(params, 'id')
  const years = await findProjectYears(db, projectId)
  const wanted = numberQuery(url, 'year')
  const shown = wanted === undefined ? years[0] : years.find(({ fiscalYear }) => fiscalYear === wanted)
  if (!shown) throw new NotFound()
  return {
    projectId,
    shown,
    mayKeep: mayKeepOrganisation(actor).ok,
    isThisYear: shown.fiscalYear === fiscalYearOf(today),
    years: years.map(({ fiscalYear, improvements }) => ({ fiscalYear, improvements })),
    ...(await listEvidence(db, projectId, shown.fiscalYear)),
    mergers: await listProjectMergers(db, projectId),
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.shown.name ?? '事務事業')

export default function ProjectPage() {
  const { projectId, shown, mayKeep, isThisYear, years, evidence, more, mergers } =
    useLoaderData<typeof loader>()
  const { fiscalYear, departmentId, departmentName, firstOn } = shown
  return (
    <Page
      title={shown.name}
      crumbs={[
        { href: paths.indicators({ year: fiscalYear }), label: '指標' },
        { href: paths.department(departmentId, { year: fiscalYear }), label: departmentName },
        { label: shown.name },
      ]}
      badge={firstOn === null ? <Chip tone="wait">まだ改善なし</Chip> : <Chip tone="good">改善あり</Chip>}
      meta={<p>{fiscalYearLabel(fiscalYear)}</p>}
      actions={
        <>
          {isThisYear && (
            <ButtonLink href={paths.newPractice({ project: projectId })}>改善を報告する</ButtonLink>
          )}
          {mayKeep && (
            <a href={paths.projectYear(shown.projectYearId)} className="nav-link">
              {fiscalYearLabel(fiscalYear)}の登録を確かめる、直す
            </a>
          )}
        </>
      }
    >
      <SummaryList
        empty="なし"
        rows={[
          { label: '番号', value: shown.code },
          {
            label: '課',
            value: <a href={paths.department(departmentId, { year: fiscalYear })}>{departmentName}</a>,
          },
          { label: '施策', value: [shown.measureCode, shown.measureName].filter(Boolean).join('　') },
          {
            label: '指標の対象',
            value: shown.counts
              ? '対象'
              : `対象外${shown.excludedReason ? `（${shown.excludedReason}）` : ''}`,
          },
          { label: '最初に改善した日', value: firstOn && <time dateTime={firstOn}>{wareki(firstOn)}</time> },
        ]}
      />
      <h2>{fiscalYearLabel(fiscalYear)}の改善</h2>
      {evidence.length === 0 ? (
        <Empty>この年度に数えられた改善は、まだありません。</Empty>
      ) : (
        <EvidenceList evidence={evidence} />
      )}
      {more && <p>古い順に{evidence.length}件までを表示しています。ほかの改善は、改善事例で探せます。</p>}
      <Mergers projectId={projectId} mergers={mergers} />
      <Years projectId={projectId} years={years} current={fiscalYear} />
    </Page>
  )
}

const kindLabels: Readonly<Record<Evidence['kind'], string>> = {
  practice: '改善の報告',
  proposal: '採用された提案',
}

function EvidenceList({ evidence }: { evidence: readonly Evidence[] }) {
  return (
    <ItemList
      label="数えられた改善"
      items={evidence.map(({ improvementId, title, basisOn, departmentName, kind }) => ({
        key: improvementId,
        href: paths.improvement(improvementId),
        title,
        meta: (
          <>
            {kindLabels[kind]}　{departmentName}　<time dateTime={basisOn}>{warekiShort(basisOn)}</time>
          </>
        ),
      }))}
    />
  )
}

type Merger = Awaited<ReturnType<typeof listProjectMergers>>[number]

/** What was merged into this one, and what this one went into. */
function Mergers({ projectId, mergers }: { projectId: number; mergers: readonly Merger[] }) {
  if (mergers.length === 0) return null
  return (
    <section className="flow" aria-labelledby="mergers">
      <h2 id="mergers">統合</h2>
      <ul className="rows">
        {mergers.map(({ formerId, formerName, formerYear, laterId, laterName, laterYear }) => (
          <li key={`${formerId} ${laterId} ${laterYear}`} className="row">
            {formerId === projectId ? (
              <p>
                {fiscalYearLabel(laterYear)}から
                <a href={paths.project(laterId, { year: laterYear })}>{laterName}</a>に統合されました
              </p>
            ) : (
              <p>
                <a href={paths.project(formerId, { year: formerYear })}>{formerName}</a>（
                {fiscalYearLabel(formerYear)}まで）を統合しました
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

interface YearsProps {
  projectId: number
  years: readonly { fiscalYear: number; improvements: number | null }[]
  current: number
}

function Years({ projectId, years, current }: YearsProps) {
  if (years.length < 2) return null
  return (
    <nav aria-label="ほかの年度" className="flow no-print">
      <h2>ほかの年度</h2>
      <ul className="flex flex-wrap gap-x-5">
        {years.map(({ fiscalYear, improvements }) => (
          <li key={fiscalYear}>
            <a
              href={paths.project(projectId, { year: fiscalYear })}
              className="nav-link"
              aria-current={fiscalYear === current ? 'page' : undefined}
            >
              {fiscalYearLabel(fiscalYear)}（{improvements ?? 0}件）
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
