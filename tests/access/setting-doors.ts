import type { Door, Doors } from './door'
import { both } from './door'

const keepers = ['secretariat', 'administrator'] as const

const reason: Door = { id: ({ reasons }) => reasons.current, seenBy: keepers, may: keepers }
const retired: Door = { ...reason, id: ({ reasons }) => reasons.retired }

const year: Door = { id: () => 2026, seenBy: keepers, may: keepers }

const yearDoors: Doors = {
  'GET /admin/years': { may: keepers },
  ...both('/admin/years/new', { may: keepers }),
  'GET /admin/years/:id': year,
  ...both('/admin/years/:id/target', {
    ...year,
    form: () => ({
      ...{ targetPermille: '72.5', definition: '改善のあった事務事業の割合です。' },
      ...{ smallDepartmentProjects: '3', version: '1' },
    }),
  }),
  ...both('/admin/years/:id/deadlines', {
    ...year,
    form: () => ({
      ...{ receiveWithinWorkingDays: '3', answerWithinDays: '21', noticeWithinDays: '7' },
      ...{ confirmWithinDays: '14', remindDaysBefore: '3', minimumGroundsLength: '20', titleLength: '40' },
      ...{ suspiciousMinutesPerYear: '2000', suspiciousYenPerYear: '10000000', version: '1' },
      ...{ prepareDaysBefore: '60', deputyRank: '2', followUpMonths: '12' },
    }),
  }),
  'GET /admin/years/:id/counting': year,
  ...both('/admin/years/:id/counting/check', {
    ...{ ...year, query: () => '?countingBasis=adopted&denominator=all' },
    form: () => ({ countingBasis: 'adopted', denominator: 'all', version: '1' }),
  }),
  ...both('/admin/years/:id/closing', { ...year, id: () => 2025 }),
}

const carryOverDoors: Doors = {
  'GET /admin/years/:id/projects': year,
  ...both('/admin/years/:id/projects/check', { ...year, form: ({ left }) => ({ seen: left.seen }) }),
  ...both('/admin/years/:id/projects/new', {
    ...year,
    form: ({ town }) => ({
      ...{ code: '910', name: '広聴事業', departmentId: String(town.departments.affairs) },
      ...{ inScope: 'on', measureCode: '', excludedReason: '' },
    }),
  }),
  'GET /admin/project-years/:id': { ...year, id: ({ left }) => left.projectYear },
  ...both('/admin/project-years/:id/edit', {
    ...{ ...year, id: ({ left }) => left.projectYear },
    form: ({ town }) => ({
      ...{
        name: '広報活動事業',
        departmentId: String(town.departments.affairs),
        inScope: 'on',
        version: '1',
      },
      ...{ excludedReason: '', predecessorCode: '' },
    }),
  }),
  ...both('/admin/project-years/:id/carry-over', {
    ...{ ...year, id: ({ left }) => left.projectYear },
    form: () => ({ kind: 'ended' }),
  }),
}

const campaign: Door = { id: ({ town }) => town.formerCampaign, seenBy: keepers, may: keepers }
const campaignText = {
  ...{ name: '春の募集', opensOn: '令和7年4月1日', closesOn: '令和8年3月31日' },
  themes: '書かない窓口',
}

const campaignDoors: Doors = {
  'GET /admin/campaigns': { may: keepers },
  ...both('/admin/campaigns/new', {
    may: keepers,
    form: ({ town }) => ({
      ...{ ...campaignText, fiscalYear: '2025', rubricFromId: String(town.formerCampaign) },
    }),
  }),
  'GET /admin/campaigns/:id': campaign,
  ...both('/admin/campaigns/:id/edit', { ...campaign, form: () => ({ ...campaignText, version: '1' }) }),
}

const checkDoors: Doors = {
  'GET /admin/years/:id/check': { ...year, done: 302 },
  'POST /admin/years/:id/check': { ...year, form: () => ({ item: 'rubric' }) },
  'GET /admin/years/:id/check/removal': { ...year, done: 302 },
  'POST /admin/years/:id/check/removal': { ...year, form: () => ({ item: 'rubric' }) },
}

const administrators = ['administrator'] as const

const retentionDoors: Doors = {
  'GET /admin/files': { may: administrators },
  'GET /admin/retention': { may: administrators },
  ...both('/admin/retention/years', {
    may: administrators,
    form: () => ({ notifications: '5', imports: '2', withdrawnFiles: '5' }),
  }),
  ...both('/admin/retention/drafts', {
    may: administrators,
    form: () => ({ months: '24', warnDays: '30' }),
  }),
  'GET /admin/retention/disposal': { may: administrators, query: () => '?what=imports' },
  // Nothing is that old in this story.
  'POST /admin/retention/disposal': {
    ...{ may: administrators, done: 422 },
    form: () => ({ what: 'imports', before: '2025-04-01' }),
  },
}

/** What the town decides for itself. */
export const settingDoors: Doors = {
  ...yearDoors,
  ...carryOverDoors,
  ...campaignDoors,
  ...checkDoors,
  ...retentionDoors,
  'GET /admin/reasons': { may: keepers },
  ...both('/admin/reasons/new', {
    ...{ may: keepers, query: () => '?for=difficult' },
    form: () => ({ label: '世論' }),
  }),
  ...both('/admin/reasons/:id/edit', { ...reason, form: () => ({ label: '法令・条例' }) }),
  'GET /admin/reasons/:id/move': { ...reason, done: 302 },
  'POST /admin/reasons/:id/move': { ...reason, form: () => ({ direction: 'down' }) },
  'GET /admin/reasons/:id/retirement': { ...reason, done: 302 },
  'POST /admin/reasons/:id/retirement': reason,
  'GET /admin/reasons/:id/resumption': { ...retired, done: 302 },
  'POST /admin/reasons/:id/resumption': retired,
}
