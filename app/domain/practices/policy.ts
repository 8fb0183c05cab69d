import { type Actor, isSecretariat, mainAppointment } from '../organisation/actor'
import { all, no, type Verdict, yes } from '../verdict'
import { isAuthorOf, isConfirmer, mayFollow, type PracticeFacts } from './practice'

/* The button and the command ask the same question. */

export function mayDraft(actor: Actor): Verdict {
  return mainAppointment(actor) ? yes : no('改善を報告できるのは、今日の時点で所属のある職員です。')
}

export function mayRevise(actor: Actor, facts: PracticeFacts): Verdict {
  return all(
    isAuthorOf(actor, facts) ? yes : no('内容を変えられるのは、報告した人といっしょに取り組んだ人です。'),
    mayFollow('report', facts.stage)
      ? yes
      : no('報告したあとは内容を変えられません。直したいときは、課長に差し戻しを頼んでください。'),
  )
}

export function mayReport(actor: Actor, facts: PracticeFacts): Verdict {
  return all(
    reported(actor, facts, '報告できるのは、下書きを書き始めた人です。'),
    mayFollow('report', facts.stage) ? yes : no('この改善はすでに報告されています。'),
    mayDraft(actor),
  )
}

/** What was reported once stays: it has a number. */
export function mayDiscard(actor: Actor, facts: PracticeFacts): Verdict {
  return all(
    reported(actor, facts, '下書きを破棄できるのは、書き始めた人です。'),
    facts.reported ? no('一度報告した改善は破棄できません。') : yes,
  )
}

export function mayConfirm(actor: Actor, facts: PracticeFacts): Verdict {
  return all(
    judges(actor, facts),
    mayFollow('confirm', facts.stage) ? yes : no('この報告の確認はもう済んでいるか、差し戻されています。'),
  )
}

export function mayReturn(actor: Actor, facts: PracticeFacts): Verdict {
  return all(
    judges(actor, facts),
    mayFollow('returnForRevision', facts.stage)
      ? yes
      : no('この報告はもう確認されたか、すでに差し戻されています。'),
  )
}

/** Who has reports to confirm at all, and so the list of them. */
export function mayConfirmReports(actor: Actor): Verdict {
  return isSecretariat(actor) || actor.appointments.some(({ isHead }) => isHead)
    ? yes
    : no('報告を確認できるのは所属長と事務局です。')
}

function reported(actor: Actor, { reporterId }: PracticeFacts, reason: string): Verdict {
  return actor.personId === reporterId ? yes : no(reason)
}

/** Nobody confirms what is one's own, also after having become the head; nor does the head's delegate. */
function judges(actor: Actor, facts: PracticeFacts): Verdict {
  return all(
    isConfirmer(actor, facts, [facts.reporterId, ...facts.memberIds])
      ? yes
      : no(
          facts.confirmingDepartmentIds.length === 0
            ? 'この報告を確認するのは事務局です。'
            : '報告を確認するのは、その課の所属長と部の所属長です。',
        ),
    isAuthorOf(actor, facts) ? no('自分が取り組んだ改善は、自分では確認できません。') : yes,
  )
}
