import { adminDoors } from './admin-doors'
import { both, type Door, type Doors } from './door'
import { memoDoors } from './memo-doors'
import { parts, signed } from './parts.server'
import { peopleDoors } from './people-doors'
import { practiceDoors } from './practice-doors'
import { proposalDoors } from './proposal-doors'
import { reviewDoors } from './review-doors'
import { settingDoors } from './setting-doors'
import { roundDoors } from './round-doors'
import { sittingDoors } from './sitting-doors'

/** Around signing in; who has nothing to do there is sent on. */
const openDoors: Doors = {
  'GET (root)': { open: true, may: parts },
  'GET /help': { open: true, may: parts },
  'GET /accessibility': { open: true, may: parts },
  'GET /*': { open: true, may: parts, done: 404 },
  'GET /sign-in': { open: true, may: ['stranger'] },
  'POST /sign-in': { open: true, may: parts, done: 422 },
  'GET /sign-in/single-sign-on': { open: true, may: ['stranger'], done: 503 },
  // Without the cookie of a journey.
  'GET /sign-in/single-sign-on/return': { open: true, may: parts, done: 422 },
  'GET /account/session': { open: true, may: parts },
  'POST /account/session': { open: true, may: parts, done: 200 },
  'GET /sign-out': { open: true, may: signed },
  'POST /sign-out': { open: true, may: parts },
  'GET /sign-out/provider': { open: true, may: parts, done: 302 },
}

const ownDoors: Doors = {
  'GET /account': { may: signed },
  'GET /account/password': { may: signed },
  'POST /account/password': { may: signed, done: 422 },
  'GET /account/other-sessions': { may: signed, done: 302 },
  'POST /account/other-sessions': { may: signed },
  'GET /': { may: signed },
  'GET /contributions': { may: signed },
  'GET /notifications': { may: signed },
  'GET /notifications/read': { may: signed, done: 302 },
  'POST /notifications/read': { may: signed, form: () => ({ upTo: '1' }) },
  'GET /notifications/:id/open': { may: signed, done: 302, id: ({ message }) => message },
  'POST /notifications/:id/open': {
    ...{ id: ({ message }) => message, seenBy: ['author'], may: ['author'] },
  },
}

/** Those of other sections than the one that made the improvement. */
const elsewhere = signed.filter((part) => part !== 'head' && part !== 'member')

const delegating: Door = {
  ...{ id: ({ town }) => town.departments.citizens, may: ['head', 'secretariat', 'administrator'] },
}
const arranged: Door = {
  ...{ id: ({ delegation }) => delegation, seenBy: delegating.may, may: delegating.may },
}

/** What was adopted or confirmed, and the figures: everybody's. */
const publicDoors: Doors = {
  'GET /search': { may: signed, query: () => `?q=${encodeURIComponent('〔秘')}` },
  'GET /people/:id': { may: signed, id: ({ players }) => players.author },
  'GET /improvements': { may: signed },
  'GET /improvements/news': { may: signed },
  'GET /improvements/download': { may: signed },
  'GET /improvements/xlsx': { may: signed },
  'GET /improvements/print': { may: signed },
  ...both('/improvements/saved', {
    // The form stands there only where there is something to save.
    query: () => '?year=2026',
    may: signed,
    form: () => ({ name: '税務課の改善', query: 'year=2026' }),
  }),
  'GET /improvements/saved/:id/removal': { may: signed, done: 302, id: ({ savedSearch }) => savedSearch },
  'POST /improvements/saved/:id/removal': {
    ...{ id: ({ savedSearch }) => savedSearch, seenBy: ['employee'], may: ['employee'] },
  },
  'GET /improvements/:id': { may: signed, id: ({ improvement }) => improvement },
  ...both('/improvements/synonyms', { may: ['secretariat'], form: () => ({ text: '押印＝はんこ' }) }),
  ...both('/improvements/:id/spread', {
    ...{ id: ({ improvement }) => improvement, may: elsewhere },
    form: () => ({ state: 'wanted', plannedFor: '来月' }),
  }),
  'GET /improvements/:id/spread/cancellation': {
    may: signed,
    done: 302,
    id: ({ improvement }) => improvement,
  },
  'POST /improvements/:id/spread/cancellation': {
    ...{ id: ({ improvement }) => improvement, may: elsewhere },
  },
  ...both('/improvements/:id/guide', {
    ...{ id: ({ oldImprovement }) => oldImprovement, may: ['head', 'member'] },
    form: () => ({ steps: '札を色で分ける。', contact: '市民課', cautions: '', version: '0' }),
  }),
  'GET /improvements/follow-ups': { may: signed },
  ...both('/improvements/:id/follow-up', {
    ...{ id: ({ oldImprovement }) => oldImprovement, may: ['head', 'member'] },
    form: () => ({ outcome: 'inUse', word: '続けています。', version: '1' }),
  }),
  'GET /improvements/:id/follow-up/skipping': {
    ...{ may: signed, done: 302, id: ({ oldImprovement }) => oldImprovement },
  },
  'POST /improvements/:id/follow-up/skipping': {
    ...{ id: ({ oldImprovement }) => oldImprovement, may: ['head', 'member'] },
  },
  ...both('/improvements/:id/remarks', {
    ...{ id: ({ improvement }) => improvement, may: signed },
    form: () => ({ kind: 'comment', text: '参考になりました。' }),
  }),
  'GET /improvements/:id/follow': { may: signed, done: 302, id: ({ improvement }) => improvement },
  'POST /improvements/:id/follow': {
    ...{ id: ({ improvement }) => improvement, may: signed },
    form: () => ({ follow: 'on' }),
  },
  'GET /attachments/:id': { of: 'considering', id: ({ attachments }) => attachments.photo, may: signed },
  'GET /attachments/:id/thumbnail': {
    ...{ of: 'considering', id: ({ attachments }) => attachments.photo, may: signed },
  },
  ...both('/attachments/:id/description', {
    ...{ of: 'draft', id: ({ attachments }) => attachments.draft, may: ['author', 'coAuthor'] },
    form: () => ({ description: '窓口の前に並ぶ人' }),
  }),
  ...both('/attachments/:id/removal', {
    ...{ of: 'draft', id: ({ attachments }) => attachments.draft, may: ['author', 'coAuthor'] },
  }),
  'GET /indicators': { may: signed },
  'GET /indicators/csv': { may: signed },
  'GET /indicators/projects': { may: signed },
  'GET /departments/:id': { may: signed, id: ({ town }) => town.departments.citizens },
  'GET /departments/:id/handover': { ...delegating, may: ['head', 'secretariat'] },
  'GET /departments/:id/delegations': delegating,
  ...both('/departments/:id/delegations/new', {
    ...delegating,
    form: ({ players }) => ({ delegateId: String(players.member), validFrom: 'R8.7.1', validTo: 'R8.7.3' }),
  }),
  'GET /delegations/:id/end': { ...arranged, done: 302 },
  'POST /delegations/:id/end': arranged,
  'GET /projects/:id': { may: signed, id: ({ town }) => town.projects.counter },
}

export const matrix: Doors = {
  ...openDoors,
  ...ownDoors,
  ...proposalDoors,
  ...reviewDoors,
  ...sittingDoors,
  ...practiceDoors,
  ...memoDoors,
  ...roundDoors,
  ...publicDoors,
  ...adminDoors,
  ...peopleDoors,
  ...settingDoors,
}
