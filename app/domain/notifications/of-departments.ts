import { monthDay } from '../calendar'
import type { PracticeEvent } from '../events/of-improvements'
import type { ConsiderationEvent, ImplementationEvent } from '../events/of-proposals'
import { addresses, type Announcement, type Subject } from './announcement'
import { by, draftWarning, withOffice } from './wording'

export function announcementsOfConsideration(
  event: ConsiderationEvent,
  { title, departmentName }: Subject,
): Announcement[] {
  const { proposalId } = event
  const path = addresses.proposal(proposalId)
  const authors = (text: string): Announcement => ({
    audience: { to: 'authors', proposalId },
    text: `${text}：${title}`,
    path,
  })
  switch (event.kind) {
    case 'consideration.asked':
      return [
        {
          audience: { to: 'heads', departmentId: event.departmentId },
          text: `${monthDay(event.dueOn)}までに検討してください：${title}`,
          path: addresses.consideration(event.considerationId),
        },
        ...(event.round > 1 ? [authors(`委員会が${departmentName}にもう一度照会しました`)] : []),
      ]
    case 'consideration.takenUp':
      return [authors(`${departmentName}が検討を始めました`)]
    case 'consideration.answered':
      return [authors(`${departmentName}が検討結果を回答しました`)]
    case 'consideration.extended':
      return [
        authors(`${departmentName}の回答の期限が${monthDay(event.dueOn)}に延びました`),
        withOffice(title, path)(`${departmentName}の回答の期限が${monthDay(event.dueOn)}に延びました`),
      ]
    case 'consideration.reassigned':
      return [
        {
          audience: { to: 'heads', departmentId: event.departmentId },
          text: `${monthDay(event.dueOn)}までに検討してください（所管替え）：${title}`,
          path: addresses.consideration(event.considerationId),
        },
        authors(`${departmentName}が検討することになりました`),
        withOffice(title, path)(`所管替えで、${departmentName}が検討することになりました`),
      ]
    case 'consideration.closed':
      return [
        authors('課の検討が終わりました'),
        withOffice(title, addresses.triage())('委員会の議題にしてください'),
      ]
    case 'consultation.asked':
      return [
        {
          audience: { to: 'heads', departmentId: event.departmentId },
          text: `合議に回答してください：${title}`,
          path: addresses.consultation(event.consultationId),
        },
      ]
    case 'consultation.answered':
      return [
        {
          audience: { to: 'heads', departmentId: event.byDepartmentId },
          text: `${departmentName}が合議に回答しました：${title}`,
          path: addresses.consideration(event.considerationId),
        },
      ]
  }
}

export function announcementsOfImplementation(event: ImplementationEvent, subject: Subject): Announcement[] {
  const { proposalId } = event
  const path = addresses.proposal(proposalId)
  const authors = (text: string): Announcement => ({
    audience: { to: 'authors', proposalId },
    text: `${text}：${subject.title}`,
    path,
  })
  const department = (text: string): Announcement[] =>
    subject.implementingDepartmentId === null
      ? []
      : [
          {
            audience: { to: 'heads', departmentId: subject.implementingDepartmentId },
            text: `${text}：${subject.title}`,
            path,
          },
        ]
  switch (event.kind) {
    case 'implementation.started':
      return [authors(`${subject.departmentName}が実施を始めました`)]
    case 'implementation.reported':
      return [authors('実施状況の報告がありました')]
    case 'implementation.completed':
      return [
        authors('提案が実施されました'),
        ...department('効果を確認してください'),
        withOffice(subject.title, path)('効果の確認を待っています'),
      ]
    case 'implementation.abandoned':
      return [
        authors('実施が見送られました。理由を確かめてください'),
        {
          audience: { to: 'recorders', body: 'improvementCommittee' },
          text: `採用した提案の実施が見送られました：${subject.title}`,
          path,
        },
      ]
    case 'implementation.verified':
      return [authors('効果が確認されました'), ...department('効果が確認されました')]
  }
}

export function announcementsOfPractice(event: PracticeEvent, subject: Subject): Announcement[] {
  const { practiceId } = event
  const path = addresses.practice(practiceId)
  const members = (text: string, to = path): Announcement => ({
    audience: { to: 'practiceMembers', practiceId },
    text: `${text}：${subject.title}`,
    path: to,
  })
  switch (event.kind) {
    case 'practice.drafted':
    case 'practice.discarded':
      return []
    case 'practice.draftWarned':
      return [
        {
          audience: { to: 'practiceMembers', practiceId },
          text: draftWarning(subject.title, event.expiresOn),
          path: addresses.practiceKeeping(practiceId),
        },
      ]
    case 'practice.reported':
      return [
        {
          audience:
            subject.confirmingDepartmentId === null
              ? { to: 'body', body: 'secretariat' }
              : { to: 'heads', departmentId: subject.confirmingDepartmentId },
          text: `${by(subject.receiveDueOn)}改善の報告を確認してください：${subject.title}`,
          path,
        },
        members('一緒に取り組んだ改善が報告されました'),
      ]
    case 'practice.returned':
      return [
        members('加筆のお願いが届きました。もう一度報告してください', addresses.practiceEdit(practiceId)),
      ]
    case 'practice.confirmed':
      return [members('改善の報告が確認されました')]
  }
}
