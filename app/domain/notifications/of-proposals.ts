import { monthDay } from '../calendar'
import type { ProposalEvent } from '../events/of-proposals'
import { addresses, type Announcement, type Subject } from './announcement'
import { by, draftWarning, noticeDueOn, withOffice } from './wording'

/**
 * What people are told about a proposal: its authors of every move, whoever acts next of what to do. What a
 * committee decided is told to nobody but the secretariat until the notice.
 */
export function announcementsOfProposal(
  event: ProposalEvent,
  subject: Subject,
  today: string,
): Announcement[] {
  const { proposalId } = event
  const path = addresses.proposal(proposalId)
  const { title } = subject
  const authors = (text: string, to = path): Announcement => ({
    audience: { to: 'authors', proposalId },
    text: `${text}：${title}`,
    path: to,
  })
  const secretariat = withOffice(title, path)

  switch (event.kind) {
    case 'proposal.drafted':
    case 'proposal.discarded':
    case 'proposal.authorsRevealed':
    case 'proposal.supportWithdrawn':
      return []
    case 'proposal.draftWarned':
      return [
        {
          audience: { to: 'authors', proposalId },
          text: draftWarning(title, event.expiresOn),
          path: addresses.proposalKeeping(proposalId),
        },
      ]
    case 'proposal.supported':
      return [authors(supportWords[event.how], addresses.support(proposalId))]
    case 'proposal.coAuthorJoined':
      return [
        {
          audience: { to: 'person', personId: event.personId },
          text: `共同提案者に加わりました（外れることもできます）：${title}`,
          path,
        },
      ]
    case 'proposal.coAuthorLeft':
      return [authors('共同提案者が1人外れました')]
    case 'proposal.submitted':
      return [secretariat(`${by(subject.receiveDueOn)}受け付けてください`), authors('提案を提出しました')]
    case 'proposal.returned':
      return [
        authors(
          '加筆のお願いが届きました。理由を確かめて、もう一度提出してください',
          addresses.proposalEdit(proposalId),
        ),
      ]
    case 'proposal.accepted':
      return [authors(`提案を受け付けました（${event.receiptNumber}）`)]
    case 'proposal.declined':
      return [authors('受け付けられませんでした。理由を確かめて、再提案できます')]
    case 'proposal.informed':
      return [
        authors(`${subject.departmentName}に情報としてお伝えしました`),
        {
          audience: { to: 'heads', departmentId: event.departmentId },
          text: `情報として提案が届きました。読んでください：${title}`,
          path,
        },
      ]
    case 'proposal.merged':
      return [authors('ほかの提案に統合されました', addresses.proposal(event.intoId))]
    case 'proposal.mergerUndone':
      return [authors('統合が取り消され、提案の手続きを再開しました')]
    case 'proposal.putOnAgenda':
      return [authors('事務改善委員会の議題になりました')]
    case 'proposal.postponed':
      return [authors('次回の会議で審議することになりました')]
    case 'proposal.referred':
      return [
        authors('政策会議に付議されました'),
        {
          audience: { to: 'recorders', body: 'policyCouncil' },
          text: `政策会議に付議されました。結果を記録してください：${title}`,
          path,
        },
      ]
    case 'proposal.returnedFromCouncil':
      return [
        authors('政策会議から事務改善委員会に戻りました'),
        {
          audience: { to: 'recorders', body: 'improvementCommittee' },
          text: `審議してください：${title}`,
          path,
        },
      ]
    case 'proposal.decided':
      return [
        withOffice(title, addresses.notices())(`${by(noticeDueOn(subject, today))}結果を通知してください`),
      ]
    case 'proposal.held':
      return [
        authors(`育てる（継続検討）ことになりました。${monthDay(event.recheckOn)}にもう一度審議します`),
        {
          audience: { to: 'person', personId: event.helperId },
          text: `${monthDay(event.recheckOn)}の再検討まで、提案者と一緒に育ててください：${title}`,
          path,
        },
      ]
    case 'proposal.cameBack':
      return [
        authors('再検討の時期になり、委員会の審議待ちに戻りました'),
        {
          audience: { to: 'recorders', body: 'improvementCommittee' },
          text: `再検討の時期です。審議してください：${title}`,
          path: addresses.triage(),
        },
      ]
    case 'proposal.holdNoted':
      return [authors('伴走する人が、進み具合を書きました')]
    case 'proposal.notified':
      return [authors('提案の結果が出ました。理由を確かめてください'), ...toImplement(subject, path)]
    case 'proposal.closed':
      return [authors('提案の手続きが終わりました')]
    case 'proposal.asked':
      return [authors('質問が届きました。名前を伏せたまま答えられます')]
    case 'proposal.replied':
      return [
        {
          audience: { to: 'person', personId: event.askedById },
          text: `提案者が質問に答えました：${title}`,
          path,
        },
      ]
    case 'proposal.talkedOver':
      return [
        authors('三者協議の内容が記録されました'),
        {
          audience: { to: 'headsAsked', proposalId },
          text: `三者協議の内容が記録されました：${title}`,
          path,
        },
      ]
    case 'proposal.withdrawn':
      return [
        {
          audience: { to: 'headsAsked', proposalId },
          text: `提案が取り下げられました。検討は不要です：${title}`,
          path,
        },
        secretariat('提案が取り下げられました'),
        authors('提案が取り下げられました'),
      ]
  }
}

const supportWords = {
  agree: '賛同がありました',
  together: '「いっしょにやりたい」という人がいます',
  addition: '追記が届きました',
} as const

function toImplement({ title, implementingDepartmentId, plannedOn }: Subject, path: string): Announcement[] {
  if (implementingDepartmentId === null) return []
  return [
    {
      audience: { to: 'heads', departmentId: implementingDepartmentId },
      text: `採用されました。${by(plannedOn)}実施してください：${title}`,
      path,
    },
  ]
}
