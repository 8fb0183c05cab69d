import { monthDay } from '../calendar'
import type { DelegationEvent } from '../events/of-delegations'
import { addresses, type Announcement, type Subject } from './announcement'

/** The head and the delegate, whoever arranged it. */
export function announcementsOfDelegation(event: DelegationEvent, { title }: Subject): Announcement[] {
  const { personId, headId, departmentId } = event
  const toBoth = (delegate: string, head: string): Announcement[] => [
    { audience: { to: 'person', personId }, text: delegate, path: addresses.considerations() },
    {
      audience: { to: 'person', personId: headId },
      text: head,
      path: addresses.delegations(departmentId),
    },
  ]
  switch (event.kind) {
    case 'delegation.named': {
      const days = `${monthDay(event.validFrom)}から${monthDay(event.validTo)}まで`
      return toBoth(`${days}、所属長の代理をしてください：${title}`, `${days}の代理が決まりました：${title}`)
    }
    case 'delegation.ended':
      return toBoth(`所属長の代理は終わりました：${title}`, `代理は終わりました：${title}`)
  }
}
