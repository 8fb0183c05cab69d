import type { ExpressionBuilder, Nullable } from 'kysely'
import type { Database } from '#db/schema'
import type { Day } from '../calendar'
import type { Db } from '../context'
import { type Actor, isSecretariat, sitsOn } from '../organisation/actor'
import type { TriageView } from './committee-view'
import { lifecycle, type Stage } from './lifecycle'

const onTheTable: readonly Stage[] = [lifecycle.comeBack.to, lifecycle.putOnAgenda.to]
const inCouncil: readonly Stage[] = lifecycle.returnFromCouncil.from
const onHold: readonly Stage[] = lifecycle.comeBack.from

/** What awaits the committee or the council. The council sees what was referred to it and is still open. */
export function inReview(db: Db, actor: Actor) {
  const ofCommittee = isSecretariat(actor) || sitsOn(actor, 'improvementCommittee')
  const seen = ofCommittee ? [...onTheTable, ...inCouncil, ...onHold] : inCouncil
  return db
    .selectFrom('proposals')
    .leftJoin('holds', (join) =>
      join.onRef('holds.proposalId', '=', 'proposals.id').on('holds.cameBackAt', 'is', null),
    )
    .where('proposals.stage', 'in', seen)
}

/** What stands in one view of it: what was held and is due again waits like the rest. */
export function isIn(view: TriageView, today: Day) {
  return ({ eb, and, or }: ExpressionBuilder<Joined, 'proposals' | 'holds'>) => {
    const held = eb('proposals.stage', 'in', onHold)
    switch (view) {
      case 'waiting':
        return or([eb('proposals.stage', 'in', onTheTable), and([held, eb('holds.recheckOn', '<=', today)])])
      case 'inCouncil':
        return eb('proposals.stage', 'in', inCouncil)
      case 'onHold':
        return and([held, eb('holds.recheckOn', '>', today)])
    }
  }
}

type Joined = Database & { holds: Nullable<Database['holds']> }
