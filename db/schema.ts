import type { Generated } from 'kysely'

/*
 * One interface a table, grouped by the room that writes it (app/domain/<room>). Spelling is the same in SQL,
 * TypeScript and HTML: `…At` an instant (UTC, ISO-8601 with milliseconds), `…On` a day (YYYY-MM-DD, Asia/Tokyo),
 * `…By…`/`…Id` keys, a flag is 0 or 1. Money is yen, effort minutes a year. `validTo` is the last day, included.
 */
export interface Database {
  // events
  events: EventRow
  formKeys: FormKeyRow
  // organisation
  people: PersonRow
  departments: DepartmentRow
  departmentSuccessors: DepartmentSuccessorRow
  bureauTerms: BureauTermRow
  posts: PostRow
  appointments: AppointmentRow
  seats: SeatRow
  delegations: DelegationRow
  quorumRules: QuorumRuleRow
  fiscalYears: FiscalYearRow
  yearChecks: YearCheckRow
  reasonCodes: ReasonCodeRow
  retentionRules: RetentionRuleRow
  draftRules: DraftRuleRow
  // accounts
  accounts: AccountRow
  sessions: SessionRow
  interruptedForms: InterruptedFormRow
  attempts: AttemptRow
  accountRules: AccountRuleRow
  subjectLinks: SubjectLinkRow
  signInRules: SignInRuleRow
  // attachments
  attachments: AttachmentRow
  // campaigns
  campaigns: CampaignRow
  themes: ThemeRow
  // projects
  measures: MeasureRow
  projects: ProjectRow
  projectYears: ProjectYearRow
  projectSuccessors: ProjectSuccessorRow
  carryOvers: CarryOverRow
  // evaluation
  rubrics: RubricRow
  criteria: CriterionRow
  scoreSheets: ScoreSheetRow
  declaredRecusals: DeclaredRecusalRow
  // committees
  sittings: SittingRow
  attendances: AttendanceRow
  agendaItems: AgendaItemRow
  resolutions: ResolutionRow
  votes: VoteRow
  // proposals
  proposals: ProposalRow
  authorships: AuthorshipRow
  proposalProjects: ProposalProjectRow
  proposalTargets: ProposalTargetRow
  considerations: ConsiderationRow
  considerationAnswers: ConsiderationAnswerRow
  considerationExtensions: ConsiderationExtensionRow
  considerationReassignments: ConsiderationReassignmentRow
  consultations: ConsultationRow
  threePartyTalks: ThreePartyTalkRow
  proposerQuestions: ProposerQuestionRow
  decisions: DecisionRow
  referrals: ReferralRow
  holds: HoldRow
  holdNotes: HoldNoteRow
  answerTemplates: AnswerTemplateRow
  returns: ReturnRow
  refusals: RefusalRow
  mergers: MergerRow
  withdrawals: WithdrawalRow
  notices: NoticeRow
  implementations: ImplementationRow
  implementationReports: ImplementationReportRow
  supports: SupportRow
  // practices
  practices: PracticeRow
  practiceMembers: PracticeMemberRow
  practiceProjects: PracticeProjectRow
  practiceReturns: PracticeReturnRow
  // memos
  memos: MemoRow
  memoCompanions: MemoCompanionRow
  // improvements
  improvements: ImprovementRow
  improvementTags: ImprovementTagRow
  shelfCounts: ShelfCountRow
  shelfProjects: ShelfProjectsRow
  savedSearches: SavedSearchRow
  spreads: SpreadRow
  spreadMembers: SpreadMemberRow
  remarks: RemarkRow
  follows: FollowRow
  followUps: FollowUpRow
  copyingGuides: CopyingGuideRow
  spreadRounds: SpreadRoundRow
  spreadRoundSections: SpreadRoundSectionRow
  // indicators
  countedImprovements: CountedImprovementRow
  attainments: AttainmentRow
  // notifications
  notifications: NotificationRow
  // search (on SQLite a virtual table of its own, named improvementIndex)
  improvementTexts: ImprovementTextRow
  synonyms: SynonymRow
  // reorganisation
  reorganisations: ReorganisationRow
  reorganisationLines: ReorganisationLineRow
  reorganisationFormers: ReorganisationFormerRow
  reorganisationLaters: ReorganisationLaterRow
  reorganisationChoices: ReorganisationChoiceRow
  reorganisationPlacements: ReorganisationPlacementRow
  reorganisationTransfers: ReorganisationTransferRow
  // transfer
  imports: ImportRow
  importLines: ImportLineRow
  importColumns: ImportColumnRow
}

type Id = Generated<number>
type Flag = 0 | 1

export interface EventRow {
  seq: Id
  at: string
  kind: string
  /** Null when the system itself acted (a recheck date came). */
  actorId: number | null
  /** The person's department and post that day, in words, for the history of later years. */
  actorPost: string | null
  proposalId: number | null
  practiceId: number | null
  /** The event's own fields as JSON: keys and codes, never personal text. */
  payload: string
  requestId: string | null
  /** The head for whom a delegate 「代理」 acted. */
  onBehalfOfId: number | null
  prevHash: string
  hash: string
}

export interface FormKeyRow {
  personId: number
  key: string
  outcome: string
  createdAt: string
}

export interface PersonRow {
  id: Id
  employeeNumber: string
  name: string
  kana: string
  /** Name and kana folded for finding (NFKC, lower case, kana as hiragana, no spaces). */
  searchKey: string
  email: string | null
  employmentType: string
}

export interface DepartmentRow {
  id: Id
  code: string
  name: string
  /** Of a 課, the 部 that it began under; see `bureauTerms`. */
  parentId: number | null
  kind: 'bureau' | 'section'
  validFrom: string
  validTo: string | null
}

/** A 課 stands under another 部 than it began under, from a day on. */
export interface BureauTermRow {
  departmentId: number
  bureauId: number
  validFrom: string
  reorganisationId: number
}

export interface DepartmentSuccessorRow {
  fromId: number
  toId: number
  effectiveOn: string
  kind: 'rename' | 'split' | 'merge' | 'abolish'
}

export interface PostRow {
  id: Id
  code: string
  name: string
  /** 1 部長級 … 8 会計年度任用職員 */
  rank: number
  isHead: Flag
}

export interface AppointmentRow {
  id: Id
  personId: number
  departmentId: number
  postId: number
  kind: 'main' | 'concurrent' | 'acting'
  validFrom: string
  validTo: string | null
}

export interface SeatRow {
  id: Id
  body: string
  personId: number
  role: 'chair' | 'viceChair' | 'member' | 'clerk'
  validFrom: string
  validTo: string | null
}

/** 代理: while it runs, the delegate may do what the head may do in that department. */
export interface DelegationRow {
  id: Id
  departmentId: number
  headId: number
  delegateId: number
  validFrom: string
  validTo: string
  namedAt: string
  namedById: number
  /** Ended before its last day, at once. */
  endedAt: string | null
  endedById: number | null
}

/** 定数と定足数 of a body, from a day until the next one. */
export interface QuorumRuleRow {
  body: string
  validFrom: string
  /** Of how many the share is taken; null for those who sit there. */
  seats: number | null
  share: 'half' | 'majority' | 'twoThirds'
}

/** Everything a city decides for a year: the settings behind every deadline and figure of that year. */
export interface FiscalYearRow {
  fiscalYear: number
  countingBasis: 'implemented' | 'adopted'
  denominator: 'all' | 'inScope'
  /** Tenths of a percent: 700 is 70.0 %. */
  targetPermille: number | null
  definition: string
  receiveWithinWorkingDays: number
  answerWithinDays: number
  noticeWithinDays: number
  confirmWithinDays: number
  remindDaysBefore: number
  minimumGroundsLength: number
  titleLength: number
  /** Above these a report is asked for the basis of its calculation. */
  suspiciousMinutesPerYear: number
  suspiciousYenPerYear: number
  /** Below this number of projects a department's share is marked 「参考」. */
  smallDepartmentProjects: number
  /** So many days before the year after begins, what that year still lacks is asked for. */
  prepareDaysBefore: number
  /** Rank of the posts that stand in for heads 「次長級」; heads of that rank do not. */
  deputyRank: number
  /** So many months after it was confirmed, an improvement is asked after 「その後」; 0: never. */
  followUpMonths: number
  closedAt: string | null
  closedById: number | null
  version: number
}

/** Somebody looked this part of a year through before it began. */
export interface YearCheckRow {
  fiscalYear: number
  item: string
  checkedAt: string
  checkedById: number | null
}

/** 保存期間, in years from the April after something was made. */
export interface RetentionRuleRow {
  what: 'notifications' | 'imports' | 'withdrawnFiles'
  years: number
  setAt: string
  setById: number | null
}

/** When drafts that nobody touches go; the latest row is in force, the others say what was. */
export interface DraftRuleRow {
  id: Id
  /** Since the last time that it was saved; null where drafts are kept for good. */
  months: number | null
  warnDays: number
  setAt: string
  setById: number | null
}

export interface ReasonCodeRow {
  id: Id
  usedFor: 'difficult' | 'notAccepted' | 'notAdopted'
  code: string
  label: string
  position: number
  /** No longer to be chosen; what was decided with it keeps its words. */
  retiredAt: string | null
}

export interface AccountRow {
  personId: number
  passwordHash: string
  /** An initial password opens nothing but the page that changes it, and only until this instant. */
  initialUntil: string | null
  passwordChangedAt: string
  disabledAt: string | null
  lastSignedInAt: string | null
  failuresSince: number
}

export interface SessionRow {
  idHash: string
  personId: number
  createdAt: string
  expiresAt: string
  /** 'password' or 'singleSignOn'. */
  way: Generated<string>
}

/** What a person was sending when the session had ended; given back after signing in. */
export interface InterruptedFormRow {
  tokenHash: string
  personId: number
  path: string
  body: string
  createdAt: string
}

export interface AttemptRow {
  /** Of the limit and of what it counts: a person, an address. */
  keyHash: string
  count: number
  endsAt: string
}

/** What the city says about accounts from a day on. */
export interface AccountRuleRow {
  validFrom: string
  unusedDays: number
}

/** Who somebody of the identity provider is here: one identity for one person. */
export interface SubjectLinkRow {
  personId: number
  issuer: string
  subject: string
  linkedAt: string
  /** Null where the first sign-in or the operator of the machine made it. */
  linkedById: number | null
}

/** The latest row is in force, the others say what was. */
export interface SignInRuleRow {
  id: Id
  bindsByNumber: Flag
  refusesPasswords: Flag
  setAt: string
  setById: number
}

/** One photo or document of one proposal or one report. The bytes are in the file named by `sha256`. */
export interface AttachmentRow {
  id: Id
  proposalId: number | null
  practiceId: number | null
  memoId: number | null
  /** Of a photo before, after or other; else document. */
  place: string
  /** As its owner called it: it may name people, and is not for everybody who may read the file. */
  fileName: string
  mediaType: string
  bytes: number
  sha256: string
  /** Of a photo alone, as are width and height. */
  thumbnailSha256: string | null
  width: number | null
  height: number | null
  /** What there is to see, for those who cannot. */
  description: string
  uploadedAt: string
  uploadedById: number
}

export interface CampaignRow {
  id: Id
  fiscalYear: number
  name: string
  opensOn: string
  closesOn: string | null
  /** 上越市 型: a department that answers “do” decides by itself. */
  departmentMayDecide: Flag
  version: Generated<number>
}

export interface ThemeRow {
  id: Id
  campaignId: number
  title: string
}

/** The tree 章 - 節 - 施策 of the comprehensive plan. */
export interface MeasureRow {
  id: Id
  code: string
  level: 'chapter' | 'section' | 'measure'
  name: string
  parentCode: string | null
}

/** The identity of a 事務事業 across the years. */
export interface ProjectRow {
  id: Id
}

export interface ProjectYearRow {
  id: Id
  projectId: number
  fiscalYear: number
  code: string
  name: string
  departmentId: number
  measureCode: string | null
  measureName: string | null
  inScope: Flag
  excludedReason: string | null
  version: Generated<number>
}

export interface ProjectSuccessorRow {
  fromProjectYearId: number
  toProjectYearId: number
  kind: 'renamed' | 'transferred' | 'merged'
}

/** What becomes of a 事務事業 in the year after; without a row it goes on as it is. */
export interface CarryOverRow {
  projectYearId: number
  kind: 'renamed' | 'transferred' | 'merged' | 'ended'
  /** In the year after; null where it keeps its name. */
  name: string | null
  departmentId: number | null
  /** Of a merger: the code in the list of the year after. */
  intoCode: string | null
  decidedAt: string
  decidedById: number | null
  /** Null while it is only decided. */
  carriedAt: string | null
}

/** 採点表 of a campaign; unwritten ones are the default of evaluation/rubric.ts. Nothing changes once it is frozen. */
export interface RubricRow {
  id: Id
  campaignId: number
  /** With fewer scorers a mean is shown with a word of caution. */
  minimumScorers: number
  /** Points of 100 from which the scores suggest 「採用」, 「育てる」; they suggest only. */
  adoptFrom: number | null
  studyFrom: number | null
  /** So many of the best are marked as within the cut; null for no cut. */
  cutAfter: number | null
  /** Between equal means: the rank is shared, the narrower spread or the earlier receipt comes first. */
  tieBreak: 'shared' | 'narrower' | 'earlier'
  frozenAt: string | null
  version: number
}

export interface CriterionRow {
  rubricId: number
  position: number
  name: string
  weight: number
  /** JSON array of five texts: what 1 to 5 mean. */
  meanings: string
}

/** One member's scores of one item. */
export interface ScoreSheetRow {
  agendaItemId: number
  personId: number
  /** JSON array of marks 1 to 5, in the order of the criteria. */
  marks: string
  /** Tenths of a point, out of 1000. */
  pointsTenths: number
  opinion: string
  savedAt: string
}

export interface DeclaredRecusalRow {
  agendaItemId: number
  personId: number
  reason: string
  declaredAt: string
}

/** 会議: one meeting of a body. */
export interface SittingRow {
  id: Id
  body: 'improvementCommittee' | 'policyCouncil'
  fiscalYear: number
  /** 第3回 of the fiscal year. */
  number: number
  heldOn: string
  /** As it is written in the invitation: 「午後3時」. */
  startsAt: string
  place: string
  plannedAt: string
  plannedById: number
  papersSentAt: string | null
  begunAt: string | null
  closedAt: string | null
  minutes: string
  version: number
}

/** Who was there, in the role of that day. */
export interface AttendanceRow {
  sittingId: number
  personId: number
  role: 'chair' | 'viceChair' | 'member'
}

export interface AgendaItemRow {
  id: Id
  sittingId: number
  proposalId: number
  position: number
  addedAt: string
  addedById: number
  /** What was said, for the minutes. */
  note: string
  /** From here on the scores and what was made of them stay as they are. */
  scoresOpenedAt: string | null
  scorers: number | null
  meanTenths: number | null
  lowestTenths: number | null
  highestTenths: number | null
}

/** What became of an item of an agenda, and how it was agreed on. */
export interface ResolutionRow {
  agendaItemId: number
  outcome: 'decided' | 'held' | 'askedAgain' | 'referred' | 'returned' | 'postponed'
  manner: 'consensus' | 'vote'
  presiderId: number | null
  presentCount: number
  votesFor: number
  votesAgainst: number
  abstentions: number
  /** 裁決 of the chair, at a tie alone. */
  castingVote: 'for' | 'against' | null
  resolvedAt: string
  resolvedById: number
}

export interface VoteRow {
  agendaItemId: number
  personId: number
  vote: 'for' | 'against' | 'abstained'
}

/** The proposal without its people: whoever may not know the names gets queries without `authorships`. */
export interface ProposalRow {
  id: Id
  stage: string
  stageSince: string
  fiscalYear: number
  campaignId: number
  themeId: number | null
  title: string
  currentSituation: string
  proposal: string
  concerns: string
  expectedEffect: string
  cost: string
  /** JSON array of effect codes. */
  effectTags: string
  minutesPerYear: number | null
  yenPerYear: number | null
  groupName: string | null
  nameDisclosure: 'disclosed' | 'hiddenDuringReview' | 'secretariatOnly'
  willingness: 'together' | 'adviceOnly' | 'leaveToOthers'
  receiptSeq: number | null
  receiptNumber: string | null
  submittedAt: string | null
  acceptedAt: string | null
  /** Until when the secretariat receives it. */
  receiveDueOn: string | null
  leadDepartmentId: number | null
  /** The latest due day of the open considerations. */
  answerDueOn: string | null
  /** The decision that counts; unpublished while notifiedAt is null. */
  decisionId: number | null
  notifiedAt: string | null
  /** The earlier proposal that this one takes up again (再提案). */
  previousId: number | null
  version: number
  createdAt: string
  updatedAt: string
  /** Of a draft whose authors were told: the day on which it goes unless somebody keeps it. */
  expiresOn: string | null
}

export interface AuthorshipRow {
  proposalId: number
  personId: number
  role: 'lead' | 'co'
  position: number
  /** The department on the day of writing. */
  departmentId: number
  leftAt: string | null
}

export interface ProposalProjectRow {
  proposalId: number
  projectId: number
}

/** The departments that the proposer has in mind. */
export interface ProposalTargetRow {
  proposalId: number
  departmentId: number
}

/** 検討記録: one row for each department asked, in each round of asking. */
export interface ConsiderationRow {
  id: Id
  proposalId: number
  departmentId: number
  round: number
  isLead: Flag
  /** What the committee wants to know when it asks again. */
  question: string | null
  askedAt: string
  askedById: number | null
  dueOn: string
  takenUpAt: string | null
  takenUpById: number | null
  answeredAt: string | null
  answeredById: number | null
  /** The head for whom a delegate answered. */
  answeredForId: number | null
}

/** Versions of a consideration's text; the one with answeredAt is the department's word. */
export interface ConsiderationAnswerRow {
  considerationId: number
  version: number
  stance: string | null
  grounds: string
  part: string
  conditions: string
  trial: string
  alternative: string
  reasonCode: string | null
  possibleWhen: string
  plannedOn: string | null
  owner: string
  costYen: number | null
  expectedEffect: string
  laws: string
  consulted: string
  reference: string
  wordToProposer: string
  writtenAt: string
  writtenById: number
  answeredAt: string | null
}

/** 期限延長 */
export interface ConsiderationExtensionRow {
  id: Id
  considerationId: number
  fromDueOn: string
  dueOn: string
  reason: string
  extendedAt: string
  extendedById: number
}

/** 所管替え */
export interface ConsiderationReassignmentRow {
  id: Id
  considerationId: number
  fromDepartmentId: number
  toDepartmentId: number
  reason: string
  reassignedAt: string
  reassignedById: number
}

/** 合議: asked by the department that considers, answered by another one. */
export interface ConsultationRow {
  id: Id
  considerationId: number
  departmentId: number
  question: string
  askedAt: string
  askedById: number
  opinion: string | null
  answeredAt: string | null
  answeredById: number | null
  /** The head for whom a delegate answered. */
  answeredForId: number | null
}

/** 三者協議 of proposer, secretariat and department in charge; the proposer is not named. */
export interface ThreePartyTalkRow {
  id: Id
  proposalId: number
  heldOn: string
  proposerPresent: Flag
  present: string
  note: string
  recordedAt: string
  recordedById: number
}

/** 匿名Q&A with the authors while their names are hidden. */
export interface ProposerQuestionRow {
  id: Id
  proposalId: number
  /** Department or body in whose name it was asked. */
  askedFor: string
  askedById: number
  question: string
  askedAt: string
  answer: string | null
  answeredAt: string | null
  answeredById: number | null
}

export interface DecisionRow {
  id: Id
  proposalId: number
  body: 'improvementCommittee' | 'policyCouncil' | 'department'
  heldOn: string
  decision: string
  part: string
  reason: string
  reasonCode: string | null
  possibleWhen: string
  reference: string
  directive: 'implement' | 'study' | 'information'
  implementingDepartmentId: number | null
  owner: string
  plannedOn: string | null
  targetProjectId: number | null
  recheckOn: string | null
  decidedAt: string
  decidedById: number
}

/** A matter put before 政策会議, and what came of it. */
export interface ReferralRow {
  id: Id
  proposalId: number
  kind: 'motion' | 'report'
  subject: string
  summary: string
  requestedDecision: string
  heldOn: string
  referredAt: string
  referredById: number
  outcome: string | null
  outcomeOn: string | null
  closedAt: string | null
}

export interface HoldRow {
  id: Id
  proposalId: number
  reason: string
  helperId: number
  recheckOn: string
  heldOn: string
  heldAt: string
  heldById: number
  cameBackAt: string | null
}

/** 伴走の記録: how a proposal on hold gets on. */
export interface HoldNoteRow {
  id: Id
  holdId: number
  note: string
  writtenAt: string
  writtenById: number
}

/** 回答のひな形: wordings that a department keeps for its consideration records. */
export interface AnswerTemplateRow {
  id: Id
  departmentId: number
  name: string
  grounds: string
  conditions: string
  possibleWhen: string
  wordToProposer: string
  version: number
  writtenAt: string
  writtenById: number
  retiredAt: string | null
  retiredById: number | null
}

/** 差戻し: what is missing. */
export interface ReturnRow {
  id: Id
  proposalId: number
  missing: string
  returnedAt: string
  returnedById: number
}

/** 不受理・情報提供: how a proposal ended at intake. */
export interface RefusalRow {
  proposalId: number
  kind: 'notAccepted' | 'informed' | 'closed'
  reasonCode: string | null
  reason: string
  departmentId: number | null
  refusedAt: string
  refusedById: number
}

export interface MergerRow {
  id: Id
  proposalId: number
  intoId: number
  fromStage: string
  reason: string
  mergedAt: string
  mergedById: number
  undoneAt: string | null
}

export interface WithdrawalRow {
  id: Id
  proposalId: number
  fromStage: string
  reason: string
  withdrawnAt: string
  withdrawnById: number
}

export interface NoticeRow {
  id: Id
  proposalId: number
  decisionId: number
  comment: string
  notifiedAt: string
  notifiedById: number
}

export interface ImplementationRow {
  proposalId: number
  departmentId: number
  projectId: number | null
  status: string
  owner: string
  plannedOn: string | null
  nextReportOn: string | null
  startedAt: string | null
  implementedOn: string | null
  actualMinutesPerYear: number | null
  actualYenPerYear: number | null
  recurring: Flag
  actualEffect: string
  evidence: string
  completedAt: string | null
  completedById: number | null
  verifiedAt: string | null
  verifiedById: number | null
  verification: string
  endedAt: string | null
  endReason: string
  version: number
}

export interface ImplementationReportRow {
  id: Id
  proposalId: number
  status: string
  text: string
  nextReportOn: string | null
  reportedAt: string
  reportedById: number
}

/** 賛同・追記・いっしょにやる: what others say to a proposal, by name. */
export interface SupportRow {
  id: Id
  proposalId: number
  personId: number
  how: 'agree' | 'together' | 'addition'
  text: string
  supportedAt: string
  withdrawnAt: string | null
}

export interface PracticeRow {
  id: Id
  stage: string
  stageSince: string
  fiscalYear: number
  receiptSeq: number | null
  receiptNumber: string | null
  title: string
  before: string
  change: string
  effectTags: string
  minutesPerYear: number | null
  yenPerYear: number | null
  calculationBasis: string
  recurring: Flag
  ictKind: string | null
  implementedOn: string | null
  /** 「分からない」: the head picks the project on confirming. */
  projectUnknown: Flag
  reporterId: number
  departmentId: number
  /** Whose head confirms; null when the secretariat does (a bureau head's own report). */
  confirmingDepartmentId: number | null
  reportedAt: string | null
  confirmDueOn: string | null
  confirmedAt: string | null
  confirmedById: number | null
  /** The head for whom a delegate confirmed. */
  confirmedForId: number | null
  headComment: string
  version: number
  createdAt: string
  updatedAt: string
  /** As in proposals. */
  expiresOn: string | null
}

export interface PracticeMemberRow {
  practiceId: number
  personId: number
  position: number
}

export interface PracticeProjectRow {
  practiceId: number
  projectId: number
}

export interface PracticeReturnRow {
  id: Id
  practiceId: number
  missing: string
  returnedAt: string
  returnedById: number
  returnedForId: number | null
}

/** 気づきメモ: one line, its writer's alone until it is shared. */
export interface MemoRow {
  id: Id
  personId: number
  text: string
  writtenAt: string
  /** nobody, department or staff. */
  sharing: string
  /** The writer's on the day of sharing: whose people read it where it is shared with the department. */
  departmentId: number | null
  sharedAt: string | null
  /** The report or proposal that it became. */
  practiceId: number | null
  proposalId: number | null
  /** Can be brought back until it goes for good. */
  removedAt: string | null
  version: number
}

/** 「いっしょに考える」 */
export interface MemoCompanionRow {
  memoId: number
  personId: number
  joinedAt: string
}

/**
 * The library's shelf: what was confirmed or adopted, from both streams, visible to all staff. Ids grow in the
 * order of publication, so that “newest first” is a walk down the key.
 */
export interface ImprovementRow {
  id: Id
  practiceId: number | null
  proposalId: number | null
  fiscalYear: number
  departmentId: number
  bureauId: number
  title: string
  excerpt: string
  /** What the list shows of the people: names, or empty when they asked to stay unnamed. */
  authors: string
  effectTags: string
  minutesPerYear: number | null
  yenPerYear: number | null
  recurring: Flag
  ictKind: string | null
  state: string
  implementedOn: string | null
  publishedOn: string
  /** How many departments carried it out after it: the summary of `spreads` that are done. */
  copies: Generated<number>
  /** The keys of its 事務事業, ascending, with a + in between; empty where there is none. */
  projects: Generated<string>
}

/** 「うちの課でもやる」: one for a department and an improvement. */
export interface SpreadRow {
  id: Id
  improvementId: number
  departmentId: number
  /** For which of its own 事務事業. */
  projectId: number | null
  state: string
  stateSince: string
  /** 「いつごろ」, in the department's words. */
  plannedFor: string
  note: string
  /** Why it could not be done. */
  reason: string
  /** The department's own report of it. No reference: a draft may be discarded. */
  practiceId: number | null
  begunById: number
  begunAt: string
  version: number
}

/** For whoever copies the improvement; one for each, with what may stay empty. */
export interface CopyingGuideRow {
  improvementId: number
  steps: string
  contact: string
  cautions: string
  version: number
  writtenAt: string
  writtenById: number
}

/** その後, asked of whoever reported the improvement. */
export interface FollowUpRow {
  id: Id
  improvementId: number
  personId: number
  /** Of that day: whose head is asked when the person has gone. */
  departmentId: number
  dueOn: string
  /** Null until somebody answered; skipped is an answer. */
  outcome: 'inUse' | 'changed' | 'ended' | 'skipped' | null
  word: string
  minutesPerYear: number | null
  yenPerYear: number | null
  answeredAt: string | null
  answeredById: number | null
  /** The head for whom a delegate answered. */
  answeredForId: number | null
  version: number
}

/** 「うちの課では？」 about one improvement. */
export interface SpreadRoundRow {
  id: Id
  improvementId: number
  word: string
  dueOn: string
  openedAt: string
  openedById: number
  closedAt: string | null
  closedById: number | null
  version: number
}

/** A section that is asked, and what it answered. */
export interface SpreadRoundSectionRow {
  id: Id
  roundId: number
  departmentId: number
  answer: 'adopt' | 'done' | 'notApplicable' | null
  reason: string
  answeredAt: string | null
  answeredById: number | null
  /** The head for whom a delegate answered. */
  answeredForId: number | null
  version: number
}

export interface SpreadMemberRow {
  spreadId: number
  personId: number
  joinedAt: string
}

/** ありがとう and comments, by name. */
export interface RemarkRow {
  id: Id
  improvementId: number
  personId: number
  kind: 'thanks' | 'comment'
  text: string
  remarkedAt: string
}

export interface FollowRow {
  improvementId: number
  personId: number
  followedAt: string
}

/**
 * Summary of the shelf: how many improvements stand under a term (`''` is all). `place` is a department, a whole bureau
 * as its negative key, or 0 for the town; `year` 0 is all years.
 */
export interface ShelfCountRow {
  place: number
  year: number
  term: string
  improvements: number
}

/** Summary of the shelf: how many improvements of a department are for exactly these 事務事業. */
export interface ShelfProjectsRow {
  projects: string
  departmentId: number
  improvements: number
}

/** A filter of the library under a person's own name for it. */
export interface SavedSearchRow {
  id: Id
  personId: number
  name: string
  /** As it stands in the address. */
  query: string
  savedAt: string
}

export interface ImprovementTagRow {
  tag: string
  improvementId: number
  fiscalYear: number
}

/** Evidence of the indicator: one row for a project and an improvement that counts for it in a year. */
export interface CountedImprovementRow {
  fiscalYear: number
  projectId: number
  improvementId: number
  basisOn: string
}

/** Summary of countedImprovements: the first day on which a project counts in a year. */
export interface AttainmentRow {
  fiscalYear: number
  projectId: number
  firstOn: string
  improvements: number
}

export interface NotificationRow {
  id: Id
  personId: number
  eventSeq: number
  text: string
  path: string
  createdAt: string
  readAt: string | null
}

/** Words that mean the same, as a JSON array. */
export interface SynonymRow {
  id: Id
  words: string
}

/** PostgreSQL only: the same bigrams as the SQLite index, as a tsvector. */
export interface ImprovementTextRow {
  improvementId: number
  bigrams: string
}

/** 組織改正. Its state follows from these days. */
export interface ReorganisationRow {
  id: Id
  name: string
  effectiveOn: string
  plannedAt: string
  plannedById: number | null
  changedAt: string
  changedById: number | null
  scheduledAt: string | null
  scheduledById: number | null
  cancelledAt: string | null
  cancelledById: number | null
  version: number
}

export interface ReorganisationLineRow {
  id: Id
  reorganisationId: number
  kind: 'rename' | 'split' | 'merge' | 'abolish' | 'found'
}

export interface ReorganisationFormerRow {
  lineId: number
  departmentId: number
  /** The last day that the department had before it was scheduled. */
  endedBefore: string | null
}

/** What comes out of a line. A new department is there from scheduling on; code and name are as of the plan. */
export interface ReorganisationLaterRow {
  id: Id
  lineId: number
  departmentId: number | null
  isNew: Flag
  code: string
  name: string
  parentCode: string | null
}

/** Where a project of a department that is split goes. */
export interface ReorganisationChoiceRow {
  reorganisationId: number
  projectId: number
  laterId: number
}

/** What scheduling changed in the lists of years. */
export interface ReorganisationPlacementRow {
  reorganisationId: number
  projectYearId: number
  fromDepartmentId: number
  toDepartmentId: number
}

/** And in appointments: the one that ends on the eve, its last day before, and the one that begins. */
export interface ReorganisationTransferRow {
  reorganisationId: number
  formerId: number
  formerValidTo: string | null
  laterId: number
}

/** One file with a list, from upload to what became of it. Each step is a fact with its time. */
export interface ImportRow {
  id: Id
  list: string
  fileName: string
  encoding: string
  /** The text of the file; emptied once it is of no use any more. */
  content: string
  /** JSON: where the cells of each column come from. */
  mapping: string
  /** JSON: the headings of the file. */
  headings: Generated<string>
  uploadedAt: string
  uploadedById: number | null
  /** Rows of the file below its headings. */
  rows: Generated<number>
  /** When the comparison was last seen at work, and how many rows it had done. */
  workedAt: string | null
  progress: Generated<number>
  /** Why the file could not be read at all. */
  failure: string | null
  previewedAt: string | null
  /** Of everything the preview says; applying computes it anew and must find the same. */
  fingerprint: string | null
  added: Generated<number>
  changed: Generated<number>
  unchanged: Generated<number>
  missing: Generated<number>
  errors: Generated<number>
  appliedAt: string | null
  appliedById: number | null
  endedMissing: Flag
  undoneAt: string | null
  undoneById: number | null
  discardedAt: string | null
}

export interface ImportLineRow {
  id: Id
  importId: number
  outcome: 'error' | 'changed' | 'added' | 'missing' | 'unchanged'
  /** As a spreadsheet counts; null for a line that the file does not have. */
  row: number | null
  about: string
  sentence: string
  /** JSON of the line before and after; what undoing needs. */
  before: string | null
  after: string | null
  /** JSON: the row as it stood in the file, where it could not be understood. */
  cells: string | null
}

/** What somebody once said a column of a list is called in the town's files, or what it always is. */
export interface ImportColumnRow {
  list: string
  columnName: string
  heading: string | null
  fixed: string | null
}
