import { type Day, wareki } from '../calendar'
import type { DomainEvent } from './event'
import { isOfOffice } from './of-office'

/** What codes and keys are called; codes belong to the screens, keys to the tables. */
export interface Words {
  readonly stance: (code: string) => string
  readonly decision: (code: string) => string
  readonly status: (code: string) => string
  readonly department: (departmentId: number) => string
}

/** Who may read what; asked of the policies before the history is told. */
export interface Reader {
  readonly isAuthor: boolean
  readonly isSecretariat: boolean
  readonly knowsAuthors: boolean
  readonly knowsDecisions: boolean
}

/** The kinds of event that an author causes: by whom is as hidden as the name itself. */
export const authorKinds: ReadonlySet<DomainEvent['kind']> = new Set<DomainEvent['kind']>([
  'proposal.drafted',
  'proposal.discarded',
  'proposal.coAuthorJoined',
  'proposal.coAuthorLeft',
  'proposal.submitted',
  'proposal.withdrawn',
  'proposal.replied',
])

export function isByAuthor(event: DomainEvent): boolean {
  return authorKinds.has(event.kind)
}

/**
 * What happened, in words; null for what this reader is not told: a decision before the notice, who proposes with
 * whom while the names are hidden. No default branch: a new kind of event must find its words here to compile.
 */
export function sentenceOf(event: DomainEvent, reader: Reader, words: Words): string | null {
  if (isOfOffice(event)) return null
  switch (event.kind) {
    case 'proposal.drafted':
      return reader.isAuthor ? '下書きを書き始めました' : null
    case 'proposal.discarded':
      return '下書きを破棄しました'
    case 'proposal.draftWarned':
      return reader.isAuthor ? `残す操作がなければ${wareki(event.expiresOn)}に廃棄すると知らせました` : null
    case 'proposal.coAuthorJoined':
      return reader.knowsAuthors ? 'メンバーが加わりました' : null
    case 'proposal.coAuthorLeft':
      return reader.knowsAuthors ? 'メンバーが外れました' : null
    case 'proposal.submitted':
      return '提案者が提出しました'
    case 'proposal.returned':
      return '事務局が、加筆をお願いして差し戻しました'
    case 'proposal.accepted':
      return `事務局が受け付けました（受付番号${event.receiptNumber}、主管課は${words.department(event.leadDepartmentId)}）`
    case 'proposal.declined':
      return '事務局が、理由を添えて不受理としました'
    case 'proposal.informed':
      return `事務局が${words.department(event.departmentId)}に情報として伝えました`
    case 'proposal.merged':
      return '事務局がほかの提案に統合しました'
    case 'proposal.mergerUndone':
      return '事務局が統合を取り消しました'
    case 'proposal.authorsRevealed':
      return reader.isAuthor || reader.isSecretariat ? '事務局が提案者の氏名を確かめました' : null
    case 'proposal.putOnAgenda':
      return `事務改善委員会（${wareki(event.heldOn)}）の議題になりました`
    case 'proposal.postponed':
      return '次回の会議で審議することになりました'
    case 'proposal.referred':
      return `政策会議（${wareki(event.heldOn)}）にはかることになりました`
    case 'proposal.returnedFromCouncil':
      return '政策会議から事務改善委員会に戻りました'
    case 'proposal.decided':
      return reader.knowsDecisions ? `「${words.decision(event.decision)}」と決まりました` : null
    case 'proposal.held':
      return `継続して育てることになりました（再検討日は${wareki(event.recheckOn)}）`
    case 'proposal.cameBack':
      return '再検討の時期になり、委員会の審議に戻りました'
    case 'proposal.holdNoted':
      return '伴走する人が進み具合を書きました'
    case 'proposal.notified':
      return `結果を通知しました：${words.decision(event.decision)}`
    case 'proposal.closed':
      return '事務局が手続きを終えました'
    case 'proposal.asked':
      return '提案者に質問しました'
    case 'proposal.replied':
      return '提案者が質問に答えました'
    case 'proposal.talkedOver':
      return `提案者、事務局、所管課の三者で協議しました（${wareki(event.heldOn)}）`
    case 'proposal.withdrawn':
      return '提案者が取り下げました'
    case 'proposal.supported':
      return {
        agree: '賛同しました',
        together: '「いっしょにやりたい」と伝えました',
        addition: '追記を送りました',
      }[event.how]
    case 'proposal.supportWithdrawn':
      return null
    case 'consideration.asked':
      return askedSentence(words.department(event.departmentId), event.round, event.dueOn)
    case 'consideration.takenUp':
      return `${words.department(event.departmentId)}が検討を受け付けました`
    case 'consideration.answered':
      return `${words.department(event.departmentId)}が「${words.stance(event.stance)}」と回答しました`
    case 'consideration.extended':
      return `${words.department(event.departmentId)}の回答の期限が${wareki(event.dueOn)}に延びました`
    case 'consideration.reassigned':
      return `所管替えにより、${words.department(event.departmentId)}が検討することになりました（期限は${wareki(event.dueOn)}）`
    case 'consideration.closed':
      return '照会した課の回答がそろいました'
    case 'consultation.asked':
      return `${words.department(event.byDepartmentId)}が${words.department(event.departmentId)}に合議を求めました`
    case 'consultation.answered':
      return `${words.department(event.departmentId)}が合議に回答しました`
    case 'implementation.started':
      return `${words.department(event.departmentId)}が実施を始めました`
    case 'implementation.reported':
      return `実施状況を報告しました：${words.status(event.status)}`
    case 'implementation.completed':
      return `実施しました（実施日は${wareki(event.implementedOn)}）`
    case 'implementation.abandoned':
      return '理由を添えて、実施を見送りました'
    case 'implementation.verified':
      return '別の職員が効果を確かめました'
    case 'practice.drafted':
      return reader.isAuthor ? '下書きを書き始めました' : null
    case 'practice.discarded':
      return '下書きを破棄しました'
    case 'practice.draftWarned':
      return reader.isAuthor ? `残す操作がなければ${wareki(event.expiresOn)}に廃棄すると知らせました` : null
    case 'practice.reported':
      return `報告しました（受付番号${event.receiptNumber}）`
    case 'practice.returned':
      return '所属長が、加筆をお願いして差し戻しました'
    case 'practice.confirmed':
      return '所属長が確認しました'
    case 'memo.shared':
    case 'memo.joined':
    case 'memo.left':
    case 'sitting.planned':
    case 'sitting.changed':
    case 'sitting.reordered':
    case 'sitting.papersSent':
    case 'sitting.scoresOpened':
    case 'sitting.attended':
    case 'sitting.minutesWritten':
    case 'sitting.closed':
    case 'score.saved':
    case 'recusal.declared':
    case 'agenda.resolved':
    case 'rubric.changed':
    case 'spread.recorded':
    case 'improvement.remarked':
    case 'improvement.guided':
    case 'improvement.followedUp':
    case 'round.opened':
    case 'round.answered':
    case 'round.closed':
    case 'round.reopened':
    case 'fiscalYear.opened':
    case 'fiscalYear.changed':
    case 'fiscalYear.closed':
    case 'projects.carriedOver':
    case 'project.added':
    case 'project.changed':
    case 'yearCheck.made':
    case 'yearCheck.takenBack':
    case 'delegation.named':
    case 'delegation.ended':
      return null
  }
}

function askedSentence(department: string, round: number, dueOn: Day): string {
  const asked = round === 1 ? '検討をお願いしました' : 'もう一度検討をお願いしました'
  return `${department}に${asked}（期限は${wareki(dueOn)}）`
}
