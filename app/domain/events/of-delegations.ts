import type { Day } from '../calendar'

/** `personId` is the delegate. */
export type DelegationEvent =
  | {
      kind: 'delegation.named'
      delegationId: number
      departmentId: number
      headId: number
      personId: number
      validFrom: Day
      validTo: Day
    }
  | { kind: 'delegation.ended'; delegationId: number; departmentId: number; headId: number; personId: number }
