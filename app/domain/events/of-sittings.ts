import type { Day } from '../calendar'

/** Of the meetings themselves; who scored how, and who keeps out why, stays in the tables. */
export type SittingEvent =
  | { kind: 'sitting.planned'; sittingId: number; heldOn: Day }
  | { kind: 'sitting.changed'; sittingId: number; heldOn: Day }
  | { kind: 'sitting.reordered'; sittingId: number }
  | { kind: 'sitting.papersSent'; sittingId: number; items: number }
  | { kind: 'sitting.scoresOpened'; sittingId: number; sheets: number; digest: string }
  | { kind: 'sitting.attended'; sittingId: number; present: number }
  | { kind: 'sitting.minutesWritten'; sittingId: number }
  | { kind: 'sitting.closed'; sittingId: number }
  | { kind: 'score.saved'; sittingId: number; agendaItemId: number }
  | { kind: 'recusal.declared'; sittingId: number; agendaItemId: number }
  | {
      kind: 'agenda.resolved'
      agendaItemId: number
      outcome: string
      manner: string
      presentCount: number
      votesFor: number
      votesAgainst: number
      abstentions: number
      castingVote: string | null
    }
  | { kind: 'rubric.changed'; campaignId: number }
