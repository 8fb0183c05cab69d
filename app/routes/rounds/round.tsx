import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { dayOf, wareki, warekiShort } from '#app/domain/calendar'
import { insist } from '#app/domain/errors'
import { actorInWords } from '#app/domain/events/acting'
import { mayKeepRounds } from '#app/domain/improvements/round'
import { findRound, listRoundSections } from '#app/domain/improvements/round-lookup.server'
import { Chip } from '#app/ui/chip'
import { Deadline } from '#app/ui/deadline'
import { ButtonLink } from '#app/ui/form/actions'
import { PressForm } from '#app/ui/form/press-form'
import { Page } from '#app/ui/page'
import { countsInWords, roundAnswerLabels } from '#app/ui/rounds/round-words'
import { PlainText } from '#app/ui/text'
import { page } from '#app/web/page.server'
import { idParam } from '#app/web/params'
import { paths } from '#app/web/paths'
import { titled } from '#app/web/title'

export const loader = page(async ({ actor, db, params, today, form }) => {
  const id = idParam(params, 'id')
  const round = await findRound(db, id)
  insist(mayKeepRounds(actor))
  const sections = await listRoundSections(db, id)
  return {
    ...{ round, today },
    sections: sections.map(({ actorName, headName, ...section }) => ({
      ...section,
      answeredBy: actorInWords({ actorName, headName }),
    })),
    formKey: (await form()).key,
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  titled(`うちの課では？：${data?.round.title ?? ''}`)

/** Who has answered what, and who has not: to help with, not to rank. */
export default function RoundPage() {
  const { round, sections, today, formKey } = useLoaderData<typeof loader>()
  const isOpen = round.closedAt === null
  return (
    <Page
      title={`うちの課では？：${round.title}`}
      crumbs={[
        { href: paths.rounds(), label: 'うちの課では？' },
        { href: paths.allRounds(), label: '尋ねたもの' },
        { label: round.title },
      ]}
      badge={isOpen ? <Deadline dueOn={round.dueOn} today={today} /> : <Chip tone="outline">締め切り</Chip>}
      meta={
        <span>
          {wareki(dayOf(round.openedAt))}に{round.openedBy}が照会
        </span>
      }
      actions={
        <>
          <ButtonLink kind="secondary" href={paths.improvement(round.improvementId)}>
            改善を見る
          </ButtonLink>
          <ButtonLink kind="secondary" href={paths.roundFile(round.id)}>
            CSVで保存する
          </ButtonLink>
          {isOpen ? (
            <PressForm formKey={formKey} action={paths.roundClosing(round.id)} kind="secondary">
              締め切る
            </PressForm>
          ) : (
            <ButtonLink kind="secondary" href={paths.roundReopening(round.id)}>
              再開する
            </ButtonLink>
          )}
        </>
      }
    >
      {round.word && <PlainText text={round.word} />}
      <p>{countsInWords(sections.map(({ answer }) => answer))}</p>
      <ul className="rows" aria-label="各課の回答">
        {sections.map(({ id, departmentId, departmentName, bureauName, answer, reason, ...answered }) => (
          <li key={id} className="row">
            <div>
              <a href={paths.department(departmentId)}>{departmentName}</a>
              <span className="secondary">　{bureauName}</span>
              {reason && <PlainText text={reason} />}
              {answered.answeredAt && (
                <p className="secondary">
                  <time dateTime={answered.answeredAt}>{warekiShort(dayOf(answered.answeredAt))}</time>
                  {`　${answered.answeredBy}`}
                </p>
              )}
            </div>
            <div>
              <Chip tone={answer === null ? 'wait' : answer === 'notApplicable' ? 'outline' : 'good'}>
                {answer === null ? '未回答' : roundAnswerLabels[answer]}
              </Chip>
            </div>
          </li>
        ))}
      </ul>
    </Page>
  )
}
