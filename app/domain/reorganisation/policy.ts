import { type Day, wareki } from '../calendar'
import type { Actor } from '../organisation/actor'
import { mayKeepOrganisation } from '../organisation/policy'
import { all, no, type Verdict, yes } from '../verdict'
import { type ReorganisationFacts, stateOf } from './reorganisation'

/** While it is only a plan. */
export function mayChange(actor: Actor, plan: ReorganisationFacts, today: Day): Verdict {
  return all(
    mayKeepOrganisation(actor),
    stateOf(plan, today) === 'draft'
      ? yes
      : no(
          'この組織改正は、もう予定されたか、取り消されています。変えるには、取り消して作り直してください。',
        ),
  )
}

export function maySchedule(actor: Actor, plan: ReorganisationFacts, today: Day): Verdict {
  return all(
    mayChange(actor, plan, today),
    plan.effectiveOn > today
      ? yes
      : no('施行日は、明日以後の日にしてください。過去の組織は、そのときの名前のまま残ります。'),
  )
}

/** Until the day: afterwards people have worked by it, and what is to be otherwise is another reorganisation. */
export function mayCancel(actor: Actor, plan: ReorganisationFacts, today: Day): Verdict {
  const state = stateOf(plan, today)
  return all(
    mayKeepOrganisation(actor),
    state === 'cancelled' ? no('この組織改正は、もう取り消されています。') : yes,
    state === 'inForce'
      ? no(`${wareki(plan.effectiveOn)}に施行されたため、取り消せません。新しい組織改正を作ってください。`)
      : yes,
  )
}

/** 事務事業 that were registered with a department that has ended are moved along at any time after scheduling. */
export function mayPlaceProjects(actor: Actor, plan: ReorganisationFacts, today: Day): Verdict {
  const state = stateOf(plan, today)
  return all(
    mayKeepOrganisation(actor),
    state === 'scheduled' || state === 'inForce' ? yes : no('事務事業を移せるのは、予定したあとです。'),
  )
}
