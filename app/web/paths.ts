type Id = number

/** Every address of the product, so that a link is a call. tests/routes.test.ts holds it to the site map. */
export const paths = {
  home: () => '/',
  help: () => '/help',
  accessibility: () => '/accessibility',
  notifications: (filter: Query = {}) => `/notifications${query(filter)}`,
  notificationsRead: () => '/notifications/read',
  notificationOpening: (id: Id) => `/notifications/${id}/open`,

  search: (filter: Query = {}) => `/search${query(filter)}`,
  person: (id: Id) => `/people/${id}`,

  signIn: (to = '/', resume?: string | null) =>
    `/sign-in${query({ to: to === '/' ? undefined : to, resume: resume ?? undefined })}`,
  signOut: () => '/sign-out',
  account: () => '/account',
  session: () => '/account/session',
  password: () => '/account/password',
  otherSessions: () => '/account/other-sessions',

  contributions: () => '/contributions',
  newPractice: (filter: Query = {}) => `/practices/new${query(filter)}`,
  newPracticeDraft: () => '/practices/new/draft',
  newPracticeKept: () => '/practices/new/kept',
  practice: (id: Id) => `/practices/${id}`,
  practiceEdit: (id: Id) => `/practices/${id}/edit`,
  practiceDraft: (id: Id) => `/practices/${id}/draft`,
  practiceKept: (id: Id) => `/practices/${id}/kept`,
  practiceCheck: (id: Id) => `/practices/${id}/check`,
  practiceAttachments: (id: Id) => `/practices/${id}/attachments`,
  practiceDiscard: (id: Id) => `/practices/${id}/discard`,
  practiceConfirmation: (id: Id) => `/practices/${id}/confirmation`,
  practiceReturn: (id: Id) => `/practices/${id}/return`,
  practicesToConfirm: () => '/practices/to-confirm',

  newProposal: () => '/proposals/new',
  newProposalDraft: () => '/proposals/draft',
  similarProposals: () => '/proposals/similar',
  proposals: (filter: Query = {}) => `/proposals${query(filter)}`,
  proposal: (id: Id) => `/proposals/${id}`,
  proposalPrint: (id: Id) => `/proposals/${id}/print`,
  proposalEdit: (id: Id) => `/proposals/${id}/edit`,
  proposalDraft: (id: Id) => `/proposals/${id}/draft`,
  proposalCheck: (id: Id) => `/proposals/${id}/check`,
  proposalAttachments: (id: Id) => `/proposals/${id}/attachments`,
  proposalDiscard: (id: Id) => `/proposals/${id}/discard`,
  proposalLeave: (id: Id) => `/proposals/${id}/leave`,
  proposalWithdrawal: (id: Id) => `/proposals/${id}/withdrawal`,
  proposalSimilar: (id: Id) => `/proposals/${id}/similar`,
  support: (id: Id) => `/proposals/${id}/support`,
  supportWithdrawal: (id: Id) => `/proposals/${id}/support/withdrawal`,
  proposalResubmission: (id: Id) => `/proposals/${id}/resubmission`,

  intake: () => '/proposals/intake',
  ledger: (filter: Query = {}) => `/proposals/ledger${query(filter)}`,
  ledgerWorkbook: (filter: Query = {}) => `/proposals/ledger/xlsx${query(filter)}`,
  ledgerPrint: (filter: Query = {}) => `/proposals/ledger/print${query(filter)}`,
  ledgerFile: (filter: Query = {}) => `/proposals/ledger/csv${query(filter)}`,
  acceptance: (id: Id) => `/proposals/${id}/acceptance`,
  proposalReturn: (id: Id) => `/proposals/${id}/return`,
  refusal: (id: Id) => `/proposals/${id}/refusal`,
  information: (id: Id) => `/proposals/${id}/information`,
  merger: (id: Id) => `/proposals/${id}/merger`,
  mergerUndo: (id: Id) => `/proposals/${id}/merger/undo`,
  reveal: (id: Id) => `/proposals/${id}/authors`,

  considerations: (filter: Query = {}) => `/considerations${query(filter)}`,
  consideration: (id: Id) => `/considerations/${id}`,
  considerationPrint: (id: Id) => `/considerations/${id}/print`,
  openConsiderationsFile: () => '/considerations/csv',
  answerDays: (filter: Query = {}) => `/considerations/answer-days${query(filter)}`,
  extension: (id: Id) => `/considerations/${id}/extension`,
  reassignment: (id: Id) => `/considerations/${id}/reassignment`,
  dialogue: (id: Id) => `/proposals/${id}/dialogue`,
  dialogueAnswer: (id: Id) => `/dialogue/${id}/answer`,
  takeUp: (id: Id) => `/considerations/${id}/take-up`,
  considerationDraft: (id: Id) => `/considerations/${id}/draft`,
  answer: (id: Id) => `/considerations/${id}/answer`,

  triage: (filter: Query = {}) => `/committee${query(filter)}`,
  sittings: () => '/sittings',
  newSitting: (filter: Query = {}) => `/sittings/new${query(filter)}`,
  sitting: (id: Id) => `/sittings/${id}`,
  sittingEdit: (id: Id) => `/sittings/${id}/edit`,
  sittingAgenda: (id: Id) => `/sittings/${id}/agenda`,
  sittingOrder: (id: Id) => `/sittings/${id}/order`,
  sittingPapers: (id: Id) => `/sittings/${id}/papers`,
  scoreOpening: (id: Id) => `/sittings/${id}/opening`,
  attendance: (id: Id) => `/sittings/${id}/attendance`,
  postponement: (id: Id) => `/sittings/${id}/postponement`,
  inquiry: (id: Id) => `/sittings/${id}/inquiry`,
  minutes: (id: Id) => `/sittings/${id}/minutes`,
  minutesPrint: (id: Id) => `/sittings/${id}/minutes/print`,
  agendaPrint: (id: Id, filter: Query = {}) => `/sittings/${id}/print${query(filter)}`,
  papersPrint: (id: Id, filter: Query = {}) => `/sittings/${id}/papers/print${query(filter)}`,
  scoreSheetsPrint: (id: Id) => `/sittings/${id}/score-sheets/print`,
  sittingClosing: (id: Id) => `/sittings/${id}/closing`,
  agendaItem: (id: Id) => `/agenda/${id}`,
  score: (id: Id) => `/agenda/${id}/score`,
  recusal: (id: Id) => `/agenda/${id}/recusal`,
  itemDecision: (id: Id) => `/agenda/${id}/decision`,
  itemOutcome: (id: Id) => `/agenda/${id}/outcome`,
  rubric: (campaignId: Id) => `/campaigns/${campaignId}/rubric`,
  proposalAgenda: (id: Id) => `/proposals/${id}/agenda`,
  question: (id: Id) => `/proposals/${id}/question`,
  hold: (id: Id) => `/proposals/${id}/hold`,
  holdNote: (id: Id) => `/proposals/${id}/hold-note`,
  referral: (id: Id) => `/proposals/${id}/referral`,
  notices: () => '/notices',
  noticeCheck: () => '/notices/check',
  notice: (id: Id) => `/proposals/${id}/notice`,
  closure: (id: Id) => `/proposals/${id}/closure`,

  implementationStart: (id: Id) => `/proposals/${id}/implementation/start`,
  implementationReport: (id: Id) => `/proposals/${id}/implementation/report`,
  implementationCompletion: (id: Id) => `/proposals/${id}/implementation/completion`,
  implementationAbandonment: (id: Id) => `/proposals/${id}/implementation/abandonment`,
  implementationReversal: (id: Id) => `/proposals/${id}/implementation/reversal`,
  verification: (id: Id) => `/proposals/${id}/implementation/verification`,

  improvements: (filter: Query = {}) => `/improvements${query(filter)}`,
  news: (filter: Query = {}) => `/improvements/news${query(filter)}`,
  synonyms: () => '/improvements/synonyms',
  improvementsDownload: (filter: Query = {}) => `/improvements/download${query(filter)}`,
  spread: (id: Id) => `/improvements/${id}/spread`,
  spreadCancellation: (id: Id) => `/improvements/${id}/spread/cancellation`,
  remarks: (id: Id) => `/improvements/${id}/remarks`,
  follow: (id: Id) => `/improvements/${id}/follow`,
  improvement: (id: Id) => `/improvements/${id}`,

  attachment: (id: Id) => `/attachments/${id}`,
  thumbnail: (id: Id) => `/attachments/${id}/thumbnail`,
  attachmentRemoval: (id: Id) => `/attachments/${id}/removal`,

  indicators: (filter: Query = {}) => `/indicators${query(filter)}`,
  indicatorCsv: (filter: Query = {}) => `/indicators/csv${query(filter)}`,
  indicatorProjects: (filter: Query = {}) => `/indicators/projects${query(filter)}`,
  department: (id: Id, filter: Query = {}) => `/departments/${id}${query(filter)}`,
  handover: (departmentId: Id) => `/departments/${departmentId}/handover`,
  delegations: (departmentId: Id) => `/departments/${departmentId}/delegations`,
  newDelegation: (departmentId: Id) => `/departments/${departmentId}/delegations/new`,
  delegationEnd: (id: Id) => `/delegations/${id}/end`,
  project: (id: Id, filter: Query = {}) => `/projects/${id}${query(filter)}`,
  projectSearch: () => '/projects/search',

  admin: () => '/admin',
  imports: () => '/admin/imports',
  newImport: (filter: Query = {}) => `/admin/imports/new${query(filter)}`,
  import: (id: Id) => `/admin/imports/${id}`,
  importLines: (id: Id, filter: Query = {}) => `/admin/imports/${id}/lines${query(filter)}`,
  importErrors: (id: Id) => `/admin/imports/${id}/errors`,
  importMapping: (id: Id) => `/admin/imports/${id}/mapping`,
  importPreview: (id: Id) => `/admin/imports/${id}/preview`,
  importApplication: (id: Id) => `/admin/imports/${id}/application`,
  importDiscard: (id: Id) => `/admin/imports/${id}/discard`,
  importUndo: (id: Id) => `/admin/imports/${id}/undo`,
  listFile: (filter: Query = {}) => `/admin/lists/csv${query(filter)}`,
  keptDepartments: (filter: Query = {}) => `/admin/departments${query(filter)}`,
  newDepartment: () => '/admin/departments/new',
  keptDepartment: (id: Id) => `/admin/departments/${id}`,
  departmentEdit: (id: Id) => `/admin/departments/${id}/edit`,
  bodies: () => '/admin/bodies',
  quorum: (filter: Query = {}) => `/admin/bodies/quorum${query(filter)}`,
  gaps: (filter: Query = {}) => `/admin/gaps${query(filter)}`,
  log: (filter: Query = {}) => `/admin/log${query(filter)}`,
  logFile: (filter: Query = {}) => `/admin/log/csv${query(filter)}`,
  logVerification: () => '/admin/log/verification',
  people: (filter: Query = {}) => `/admin/people${query(filter)}`,
  newPerson: () => '/admin/people/new',
  staffMember: (id: Id, filter: Query = {}) => `/admin/people/${id}${query(filter)}`,
  personEdit: (id: Id) => `/admin/people/${id}/edit`,
  personAppointment: (id: Id) => `/admin/people/${id}/appointment`,
  personSeat: (id: Id) => `/admin/people/${id}/seat`,
  initialPassword: (id: Id) => `/admin/people/${id}/initial-password`,
  signOutEverywhere: (id: Id) => `/admin/people/${id}/sign-out`,
  accountStop: (id: Id) => `/admin/people/${id}/stop`,
  accountResumption: (id: Id) => `/admin/people/${id}/resumption`,
  appointmentEnd: (id: Id) => `/admin/appointments/${id}/end`,
  appointmentCancellation: (id: Id) => `/admin/appointments/${id}/cancellation`,
  seatEnd: (id: Id) => `/admin/seats/${id}/end`,
  listTemplate: (filter: Query = {}) => `/admin/lists/template${query(filter)}`,
} as const

export type Query = Readonly<Record<string, string | number | undefined>>

function query(filter: Query): string {
  let pairs = ''
  for (const [name, value] of Object.entries(filter)) {
    if (value !== undefined) pairs += `${pairs && '&'}${name}=${encodeURIComponent(value)}`
  }
  return pairs && `?${pairs}`
}

/** A path of this site, or home: what `to=` may lead to after signing in. */
export function safePath(to: string | null): string {
  const base = 'http://here.invalid'
  if (!to?.startsWith('/') || /[\\\u0000-\u001f]/.test(to) || !URL.canParse(to, base)) return paths.home()
  const url = new URL(to, base)
  return url.origin === base && !url.pathname.startsWith('//') ? url.pathname + url.search : paths.home()
}

/** The address to be shown a success sentence at; see `flashes` in flash.ts. */
export function withFlash(path: string, flash: string): string {
  return `${path}${path.includes('?') ? '&' : '?'}done=${flash}`
}
