import type { Doors } from './door'
import { both } from './door'
import { type Objects, readers } from './objects.server'
import { signed } from './parts.server'

const asked = ['head', 'member'] as const
/** Of whatever department, and in place of a head. */
const heading = ['head', 'otherHead', 'formerHead', 'secretariat', 'chair', 'council'] as const
const secretariat = ['secretariat'] as const
const committee = ['secretariat', 'chair', 'recused', 'council'] as const
/** The vice-chair of the lead department's own bureau keeps out of what is decided about it 「除斥」. */
const deciding = ['secretariat', 'chair'] as const
const putting = ['secretariat', 'chair', 'recused'] as const

const record = ({ record: id }: Objects) => id

const wording = { name: '費用の要るもの', grounds: '次の予算で考えます。' }

const answer = () => ({
  ...{ stance: 'do', grounds: '窓口の列を短くでき、来庁者の負担が減るため、実施します。' },
  ...{ plannedOn: 'R8.10.1', owner: '窓口係', version: '1' },
})

const considerationDoors: Doors = {
  'GET /considerations': { may: signed },
  'GET /considerations/:id': { of: 'considering', id: record, may: signed },
  'POST /considerations/:id': { of: 'considering', id: record, may: asked, form: answer },
  'GET /considerations/:id/print': { of: 'considering', id: record, may: signed },
  'GET /considerations/csv': { may: signed },
  'GET /considerations/xlsx': { may: signed },
  'GET /considerations/together': { may: ['head'], query: ({ record: id }) => `?chosen=${id}` },
  'POST /considerations/together': {
    ...{ may: ['head'], query: ({ record: id }) => `?chosen=${id}` },
    form: ({ record: id }) => ({
      ...{ ...answer(), checked: '1' },
      ...{ 'entries[0].considerationId': String(id), 'entries[0].version': '1' },
    }),
  },
  'GET /considerations/templates': { may: signed },
  'GET /considerations/templates/new': { may: heading },
  'POST /considerations/templates/new': {
    may: ['head'],
    form: ({ town }) => ({ ...wording, departmentId: String(town.departments.citizens) }),
  },
  ...both('/considerations/templates/:id', {
    ...{ id: ({ template }) => template, seenBy: asked, may: ['head'] },
    form: () => ({ ...wording, version: '1' }),
  }),
  'GET /considerations/templates/:id/retirement': { id: ({ template }) => template, may: signed, done: 302 },
  'POST /considerations/templates/:id/retirement': {
    ...{ id: ({ template }) => template, seenBy: asked, may: ['head'] },
  },
  'GET /considerations/:id/template': { of: 'considering', id: record, may: signed },
  'POST /considerations/:id/template': {
    ...{ of: 'considering', id: record, may: asked },
    form: ({ template }) => ({ ...answer(), templateId: String(template) }),
  },
  'GET /considerations/answer-days': { may: secretariat },
  ...both('/considerations/:id/extension', {
    ...{ of: 'considering', id: record, may: ['head'] },
    form: () => ({ dueOn: 'R8.6.30', reason: '見積もりを待つため。' }),
  }),
  ...both('/considerations/:id/reassignment', {
    ...{ of: 'considering', id: record, may: ['head'] },
    form: ({ town }) => ({ departmentId: String(town.departments.tax), reason: '税務課の仕事のため。' }),
  }),
  'GET /considerations/:id/versions': { of: 'considering', id: record, may: asked },
  ...both('/considerations/:id/consultation', {
    ...{ of: 'considering', id: record, may: ['head'] },
    form: ({ town }) => ({
      departmentId: String(town.departments.welfare),
      question: '窓口は何か所ですか。',
    }),
  }),
  ...both('/consultations/:id', {
    ...{ id: ({ consultation }) => consultation, may: ['otherHead'] },
    seenBy: readers.askedForOpinion,
    form: () => ({ opinion: '3か所です。' }),
  }),
  ...both('/proposals/:id/three-party', {
    ...{ of: 'considering', may: secretariat },
    form: () => ({
      heldOn: 'R8.6.1',
      proposerPresent: 'on',
      present: '小林、髙橋',
      note: '窓口の数を確かめた。',
    }),
  }),
  'GET /proposals/:id/dialogue': { of: 'considering', may: signed },
  'POST /proposals/:id/dialogue': {
    ...{ of: 'considering', may: ['head', 'member', 'secretariat', 'chair', 'recused'] },
    form: () => ({ question: '窓口はいくつですか。' }),
  },
  ...both('/dialogue/:id/answer', {
    ...{ id: ({ question }) => question, seenBy: readers.considering, may: ['author', 'coAuthor'] },
    form: () => ({ answer: '3つです。' }),
  }),
  'GET /considerations/:id/take-up': { of: 'considering', id: record, may: signed },
  'POST /considerations/:id/take-up': { of: 'considering', id: record, may: ['head'] },
  'GET /considerations/:id/draft': { id: record, may: signed, done: 302 },
  'POST /considerations/:id/draft': { of: 'considering', id: record, may: asked, done: 200, form: answer },
  'GET /considerations/:id/answer': { of: 'considering', id: record, may: signed },
  'POST /considerations/:id/answer': { of: 'considering', id: record, may: ['head'], form: answer },
}

const committeeDoors: Doors = {
  'GET /committee': { may: committee },
  ...both('/proposals/:id/agenda', {
    ...{ of: 'awaiting', may: putting },
    form: ({ sittings }) => ({ sittingId: String(sittings.planned) }),
  }),
  ...both('/proposals/:id/question', {
    ...{ of: 'awaiting', may: putting },
    form: ({ town }) => ({
      ...{ heldOn: 'R8.6.1', question: '費用はどれほどですか。' },
      departmentIds: String(town.departments.citizens),
    }),
  }),
  ...both('/proposals/:id/hold', {
    ...{ of: 'inMeeting', may: deciding },
    form: ({ players }) => ({
      ...{ reason: 'もう少し育てるため。', recheckOn: 'R9.4.1' },
      helperId: String(players.employee),
    }),
  }),
  ...both('/proposals/:id/hold-note', {
    ...{ of: 'onHold', may: ['employee'] },
    form: () => ({ note: '一つの窓口で試しています。' }),
  }),
  ...both('/proposals/:id/referral', {
    ...{ of: 'inMeeting', may: putting },
    form: () => ({
      ...{ kind: 'motion', subject: '窓口の進め方', summary: '番号札を導入する。' },
      requestedDecision: '実施の可否',
    }),
  }),
  'GET /notices': { may: secretariat },
  ...both('/notices/check', {
    may: secretariat,
    query: ({ ids }) => `?chosen=${ids.decided}`,
    form: ({ ids }) => ({ 'entries[0].proposalId': String(ids.decided), 'entries[0].comment': '' }),
  }),
  'GET /proposals/:id/notice': { of: 'notified', may: signed },
  ...both('/proposals/:id/closure', { of: 'notAdopted', may: secretariat }),
}

const implementationDoors: Doors = {
  ...both('/proposals/:id/implementation/start', {
    ...{ of: 'notified', may: asked },
    form: () => ({ owner: '窓口係', plannedOn: 'R8.10.1' }),
  }),
  ...both('/proposals/:id/implementation/report', {
    ...{ of: 'implementing', may: asked },
    form: () => ({
      status: 'inProgress',
      text: '機器を選んでいます。',
      nextReportOn: 'R8.7.1',
      version: '2',
    }),
  }),
  ...both('/proposals/:id/implementation/completion', {
    ...{ of: 'implementing', may: asked },
    form: () => ({ implementedOn: 'R8.6.1', actualEffect: '待ち時間が減りました。', evidence: '計測' }),
  }),
  ...both('/proposals/:id/implementation/abandonment', {
    ...{ of: 'implementing', may: asked },
    form: () => ({ reason: '機器の製造が終わったため。' }),
  }),
  ...both('/proposals/:id/implementation/reversal', {
    ...{ of: 'implemented', may: asked },
    form: () => ({ lesson: '列が窓口の外に移っただけでした。' }),
  }),
  // The member reported the completion, so that the member may not verify it.
  ...both('/proposals/:id/implementation/verification', {
    ...{ of: 'implemented', may: ['author', 'head', 'secretariat'] },
    form: () => ({ verification: '窓口で確かめました。' }),
  }),
}

export const reviewDoors: Doors = { ...considerationDoors, ...committeeDoors, ...implementationDoors }
