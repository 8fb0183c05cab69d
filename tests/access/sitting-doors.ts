import { defaultRubric } from '#app/domain/evaluation/rubric'
import { valuesOfRubric } from '#app/routes/campaigns/rubric-values'
import { both, type Door, type Doors } from './door'
import type { Objects } from './objects.server'
import type { Sittings } from './sitting-story.server'
import { signed } from './parts.server'

/** Who sits on the committee or keeps its papers; nobody else learns that a sitting exists. */
const committee = ['secretariat', 'chair', 'recused'] as const
const council = ['secretariat', 'council'] as const

type Step = Exclude<keyof Sittings, 'items'>

const of = (step: Step): Pick<Door, 'id' | 'seenBy' | 'may'> => ({
  id: ({ sittings }) => sittings[step],
  ...{ seenBy: committee, may: committee },
})

const itemOf = (step: keyof Sittings['items']): Pick<Door, 'id' | 'seenBy' | 'may'> => ({
  id: ({ sittings }) => sittings.items[step],
  ...{ seenBy: committee, may: committee },
})

const plan = () => ({ heldOn: 'R8.6.20', startsAt: '午後3時', place: '庁議室' })
const chosen = ({ sittings }: Objects) => ({ chosen: String(sittings.items.planned) })
const query = ({ sittings }: Objects) => `?chosen=${sittings.items.planned}`

const decision = ({ town }: Objects) => ({
  ...{ decision: 'adopted', reason: '来庁者の負担が減るため、採用します。', manner: 'consensus' },
  ...{ owner: '窓口係', plannedOn: 'R8.10.1' },
  implementingDepartmentId: String(town.departments.citizens),
  targetProjectId: String(town.projects.counter),
})

const sittings: Doors = {
  'GET /sittings': { may: [...committee, 'council'] },
  'GET /sittings/new': { may: [...committee, 'council'] },
  'POST /sittings/new': { may: committee, form: () => ({ ...plan(), body: 'improvementCommittee' }) },
  'GET /sittings/:id': of('planned'),
  'GET /sittings/:id/revision': of('planned'),
  ...both('/sittings/:id/edit', { ...of('planned'), form: () => ({ ...plan(), version: '1' }) }),
  ...both('/sittings/:id/agenda', {
    ...of('planned'),
    form: ({ ids }) => ({ proposalIds: String(ids.awaiting) }),
  }),
  ...both('/sittings/:id/order', {
    ...of('planned'),
    form: (objects) => ({
      ...{ 'order[0].itemId': String(objects.sittings.items.planned), 'order[0].number': '1' },
    }),
  }),
  ...both('/sittings/:id/papers', of('planned')),
  ...both('/sittings/:id/opening', of('scoring')),
  ...both('/sittings/:id/attendance', {
    ...of('begun'),
    form: ({ players }) => ({ personIds: String(players.chair) }),
  }),
  ...both('/sittings/:id/postponement', { ...of('planned'), query, form: chosen }),
  ...both('/sittings/:id/inquiry', {
    ...{ ...of('planned'), query },
    form: (objects) => ({ ...chosen(objects), question: '費用はどれほどですか。' }),
  }),
  ...both('/sittings/:id/minutes', {
    ...of('begun'),
    form: () => ({ minutes: '開会した。', version: '2' }),
  }),
  ...both('/sittings/:id/closing', of('emptied')),
  'GET /sittings/:id/print': of('planned'),
  'GET /sittings/:id/papers/print': of('planned'),
  'GET /sittings/:id/score-sheets/print': of('planned'),
  'GET /sittings/:id/minutes/print': of('begun'),
}

const agenda: Doors = {
  'GET /agenda/:id': itemOf('begun'),
  ...both('/agenda/:id/score', {
    ...{ ...itemOf('scoring'), may: ['chair'] },
    form: () => Object.fromEntries([0, 1, 2, 3, 4].map((place) => [`marks[${place}]`, '3'])),
  }),
  ...both('/agenda/:id/recusal', {
    ...{ ...itemOf('scoring'), may: ['chair'] },
    form: () => ({ reason: '前に担当したため' }),
  }),
  ...both('/agenda/:id/decision', {
    ...{ ...itemOf('begun'), may: ['secretariat', 'chair'], form: decision },
  }),
  ...both('/agenda/:id/outcome', {
    ...{ ...itemOf('council'), seenBy: council, may: council },
    form: (objects) => ({ ...decision(objects), outcome: '了承' }),
  }),
}

export const sittingDoors: Doors = {
  ...sittings,
  ...agenda,
  'GET /campaigns/:id/rubric': { id: ({ town }) => town.formerCampaign, seenBy: signed, may: committee },
  'POST /campaigns/:id/rubric': {
    ...{ id: ({ town }) => town.formerCampaign, seenBy: signed, may: ['secretariat'] },
    form: () => valuesOfRubric(defaultRubric),
  },
}
