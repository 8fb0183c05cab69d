import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { dayOf, warekiWithWeekday } from '#app/domain/calendar'
import { listHistorySeenBy } from '#app/domain/events/history.server'
import { isSecretariat } from '#app/domain/organisation/actor'
import { findPracticeSeenBy } from '#app/domain/practices/lookup.server'
import { mayConfirm, mayDiscard, mayReport, mayReturn, mayRevise } from '#app/domain/practices/policy'
import { isAuthorOf, practiceStepOf, practiceSteps } from '#app/domain/practices/practice'
import { Chip } from '#app/ui/chip'
import { Deadline } from '#app/ui/deadline'
import { ButtonLink } from '#app/ui/form/actions'
import { Page } from '#app/ui/page'
import { PracticeSummary } from '#app/ui/practices/practice-summary'
import { ReasonBox } from '#app/ui/reason-box'
import { StepNav } from '#app/ui/step-nav'
import { PlainText } from '#app/ui/text'
import { Timeline } from '#app/ui/timeline'
import { practiceStageLabels, practiceStageTones } from '#app/ui/words'
import { page } from '#app/web/page.server'
import { idParam } from '#app/web/params'
import { paths } from '#app/web/paths'
import { titled } from '#app/web/title'
import { Attached } from '../attachments/attached'

export const loader = page(async ({ actor, db, today, params }) => {
  const id = idParam(params, 'id')
  const { facts, report, people, projects, attachments, lastReturn } = await findPracticeSeenBy(db, actor, id)
  return {
    id,
    today,
    report,
    stage: facts.stage,
    confirmer:
      facts.confirmingDepartmentIds.length === 0 ? '事務局' : `${report.confirmingDepartmentName}の所属長`,
    people: people.map(({ name }) => name),
    projects: projects.map(({ name }) => name),
    attachments,
    lastReturn: practiceStepOf(facts.stage) < 2 ? lastReturn : null,
    history: await listHistorySeenBy(db, { practiceId: id }, readerOf(actor, facts), codes),
    may: {
      revise: mayRevise(actor, facts).ok,
      report: mayReport(actor, facts).ok,
      discard: mayDiscard(actor, facts).ok,
      confirm: mayConfirm(actor, facts).ok,
      return: mayReturn(actor, facts).ok,
    },
  }
})

/** The history of a report holds no code that would need another word. */
const codes = { stance: String, decision: String, status: String, department: String }

function readerOf(actor: Parameters<typeof isAuthorOf>[0], facts: Parameters<typeof isAuthorOf>[1]) {
  return {
    isAuthor: isAuthorOf(actor, facts),
    isSecretariat: isSecretariat(actor),
    knowsAuthors: true,
    knowsDecisions: false,
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  titled(data?.report.title || '名前のない下書き')

export default function PracticePage() {
  const { report, stage, people, projects, attachments, history } = useLoaderData<typeof loader>()
  return (
    <Page
      title={report.title || '名前のない下書き'}
      crumbs={[{ href: paths.contributions(), label: '提案・報告する' }, { label: '改善の報告' }]}
      badge={<Chip tone={practiceStageTones[stage]}>{practiceStageLabels[stage]}</Chip>}
      meta={
        <>
          {report.receiptNumber && <span>受付番号 {report.receiptNumber}</span>}
          <span>
            {report.departmentName}　{people[0]}
          </span>
        </>
      }
      actions={<PracticeActions />}
    >
      <Progress />
      <PracticeSummary practice={report} projects={projects} people={people.slice(1)} empty="なし" />
      <Attached attachments={attachments} />
      {report.headComment && (
        <section className="card flow">
          <h2>ひとこと</h2>
          <PlainText text={report.headComment} />
          <p className="secondary">{report.confirmedBy}</p>
        </section>
      )}
      <section className="flow">
        <h2>経過</h2>
        <Timeline entries={history} />
      </section>
    </Page>
  )
}

function PracticeActions() {
  const { id, may, report } = useLoaderData<typeof loader>()
  return (
    <>
      {may.confirm && <ButtonLink href={paths.practiceConfirmation(id)}>報告を確認する</ButtonLink>}
      {may.return && (
        <ButtonLink kind="secondary" href={paths.practiceReturn(id)}>
          差し戻す
        </ButtonLink>
      )}
      {may.revise && <ButtonLink href={paths.practiceEdit(id)}>内容を直す</ButtonLink>}
      {may.revise && (
        <ButtonLink kind="secondary" href={paths.practiceAttachments(id)}>
          写真と資料を付ける
        </ButtonLink>
      )}
      {may.report && (
        <ButtonLink kind="secondary" href={paths.practiceCheck(id)}>
          報告する内容を確かめる
        </ButtonLink>
      )}
      {may.discard && (
        <ButtonLink kind="text" href={paths.practiceDiscard(id)}>
          下書きを破棄する
        </ButtonLink>
      )}
      {report.improvementId && (
        <ButtonLink kind="secondary" href={paths.improvement(report.improvementId)}>
          改善事例のページを見る
        </ButtonLink>
      )}
    </>
  )
}

/** Who does what next, and by when. */
function Progress() {
  const { stage, today, report, confirmer, lastReturn } = useLoaderData<typeof loader>()
  const notes = {
    draft: <p>まだ報告していません。この下書きは、あなたといっしょに取り組んだ人だけが読めます。</p>,
    reported: (
      <p className="flex flex-wrap items-center gap-x-4">
        <span>次は{confirmer}の確認です。確認のあと、改善事例に載ります。</span>
        {report.confirmDueOn && <Deadline dueOn={report.confirmDueOn} today={today} />}
      </p>
    ),
    returned: <p>次は報告した人が書き足して、もう一度報告します。</p>,
    confirmed: report.confirmedAt && (
      <p>{warekiWithWeekday(dayOf(report.confirmedAt))}に確認され、改善事例に登録されました。</p>
    ),
  }
  return (
    <>
      <StepNav
        steps={practiceSteps}
        at={practiceStepOf(stage)}
        done={practiceStepOf(stage) === practiceSteps.length}
        note={notes[stage]}
      />
      {lastReturn && (
        <ReasonBox
          heading="差し戻し"
          decision="加筆のお願い"
          reason={lastReturn.missing}
          by={lastReturn.returnedBy}
          on={dayOf(lastReturn.returnedAt)}
        />
      )}
    </>
  )
}
