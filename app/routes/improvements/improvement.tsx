import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { fiscalYearLabel, wareki } from '#app/domain/calendar'
import { mayFollowUp } from '#app/domain/improvements/follow-up'
import { mayWriteGuide } from '#app/domain/improvements/guide'
import { findImprovement } from '#app/domain/improvements/lookup.server'
import { mayOpenRound } from '#app/domain/improvements/round'
import { maySpread } from '#app/domain/improvements/spread'
import { listSpreads } from '#app/domain/improvements/spread-lookup.server'
import { Chip } from '#app/ui/chip'
import { effectWords } from '#app/ui/effect-words'
import { ButtonLink } from '#app/ui/form/actions'
import { FollowUpSection } from '#app/ui/improvements/follow-up'
import { GuideSection } from '#app/ui/improvements/guide'
import { PracticeStory, ProposalStory } from '#app/ui/improvements/story'
import { SpreadsSection } from '#app/ui/improvements/spread'
import { Page } from '#app/ui/page'
import { SummaryList } from '#app/ui/summary-list'
import { effectTagLabels, ictKindLabels, statusLabels } from '#app/ui/words'
import { page } from '#app/web/page.server'
import { idParam } from '#app/web/params'
import { paths } from '#app/web/paths'
import { titled } from '#app/web/title'
import { Attached } from '../attachments/attached'

export const loader = page(async ({ actor, db, params, today }) => {
  const id = idParam(params, 'id')
  const { asked, guideFacts, ...improvement } = await findImprovement(db, id, today)
  const spreads = await listSpreads(db, id)
  return {
    ...improvement,
    spreads,
    maySpread: maySpread(actor, improvement).ok,
    mayFollowUp: asked !== null && mayFollowUp(actor, asked).ok,
    mayWriteGuide: mayWriteGuide(actor, guideFacts).ok,
    mayOpenRound: mayOpenRound(actor, improvement).ok,
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.title ?? '改善事例')

/** What was, what was changed, what it brought, and whom to ask. */
export default function ImprovementPage() {
  const improvement = useLoaderData<typeof loader>()
  const { title, fiscalYear, state, practice, proposal, practiceId, proposalId } = improvement
  return (
    <Page
      title={title}
      crumbs={[{ href: paths.improvements(), label: '改善事例' }, { label: title }]}
      badge={
        <Chip tone={state === 'implemented' || state === 'verified' ? 'good' : 'progress'}>
          {statusLabels[state]}
        </Chip>
      }
      meta={
        <>
          <span>{fiscalYearLabel(fiscalYear)}</span>
          <a href={paths.improvements({ section: improvement.departmentId })}>{improvement.departmentName}</a>
          {improvement.authors && <span>{improvement.authors}</span>}
        </>
      }
      actions={
        <>
          {improvement.maySpread && (
            <ButtonLink href={paths.spread(improvement.id)}>うちの課でもやる</ButtonLink>
          )}
          <ButtonLink kind="secondary" href={paths.remarks(improvement.id)}>
            ありがとう・コメント{improvement.remarks ? `（${improvement.remarks}）` : ''}
          </ButtonLink>
          {improvement.mayOpenRound && (
            <ButtonLink kind="secondary" href={paths.round(improvement.id)}>
              各課に尋ねる（うちの課では？）
            </ButtonLink>
          )}
          {improvement.mayFollowUp && (
            <ButtonLink kind="secondary" href={paths.followUp(improvement.id)}>
              {improvement.followUp ? '「その後」を書き直す' : '「その後」を書く'}
            </ButtonLink>
          )}
          {improvement.mayWriteGuide && (
            <ButtonLink kind="secondary" href={paths.guide(improvement.id)}>
              {improvement.guide ? '「まねするときに」を直す' : '「まねするときに」を書く'}
            </ButtonLink>
          )}
          <ButtonLink
            kind="secondary"
            href={proposalId === null ? paths.practice(practiceId ?? 0) : paths.proposal(proposalId)}
          >
            {proposalId === null ? 'もとの報告と経過を見る' : 'もとの提案と経過を見る'}
          </ButtonLink>
        </>
      }
    >
      {improvement.originId !== null && (
        <p>
          もとの改善：<a href={paths.improvement(improvement.originId)}>{improvement.originTitle}</a>
        </p>
      )}
      {practice && <PracticeStory practice={practice} />}
      {proposal && <ProposalStory proposal={proposal} />}
      <Attached attachments={improvement.attachments} />
      <section className="flow">
        <h2>効果と対象</h2>
        <Facts />
      </section>
      <GuideSection guide={improvement.guide} />
      <FollowUpSection followUp={improvement.followUp} />
      <SpreadsSection spreads={improvement.spreads} hrefOf={paths.improvement} />
    </Page>
  )
}

function Facts() {
  const improvement = useLoaderData<typeof loader>()
  const { bureauName, departmentName, projects, fiscalYear, effectTags, ictKind, implementedOn } = improvement
  const isCarriedOut = improvement.state === 'implemented' || improvement.state === 'verified'
  return (
    <SummaryList
      empty="なし"
      rows={[
        { label: 'よくなったこと', value: effectTags.map((tag) => effectTagLabels[tag]).join('、') },
        { label: isCarriedOut ? '1年間の効果' : '1年間の効果（見込み）', value: effectWords(improvement) },
        { label: '使ったICT', value: ictKind && ictKindLabels[ictKind] },
        {
          label: 'いつから',
          value: implementedOn && <time dateTime={implementedOn}>{wareki(implementedOn)}</time>,
        },
        {
          label: '部と課',
          value: bureauName === departmentName ? departmentName : `${bureauName}　${departmentName}`,
        },
        {
          label: '対象の事務事業',
          value: projects.length > 0 && (
            <ul>
              {projects.map(({ id, name }) => (
                <li key={id}>
                  <a href={paths.project(id, { year: fiscalYear })}>{name}</a>
                </li>
              ))}
            </ul>
          ),
        },
      ]}
    />
  )
}
