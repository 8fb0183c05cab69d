import {
  type AnyDb,
  createIndex,
  createTable,
  flag,
  longText,
  mayReference,
  references,
  text,
} from '../columns'

/** The proposal and every fact of its life; the stage column is the only thing that ever changes by a verb. */
export async function up(db: AnyDb): Promise<void> {
  await createProposals(db)
  await createConsiderations(db)
  await createDecisions(db)
  await createEndings(db)
  await createImplementations(db)
}

async function createProposals(db: AnyDb): Promise<void> {
  await createTable(
    db,
    'proposals',
    {
      id: 'key',
      stage: text,
      stageSince: text,
      fiscalYear: 'whole not null references "fiscalYears" ("fiscalYear")',
      campaignId: references('campaigns'),
      themeId: mayReference('themes'),
      title: text,
      currentSituation: longText,
      proposal: longText,
      concerns: longText,
      expectedEffect: longText,
      cost: longText,
      effectTags: `text not null default '[]'`,
      minutesPerYear: 'whole',
      yenPerYear: 'whole',
      groupName: 'text',
      nameDisclosure: `text not null check ("nameDisclosure" in ('disclosed', 'hiddenDuringReview', 'secretariatOnly'))`,
      willingness: `text not null check ("willingness" in ('together', 'adviceOnly', 'leaveToOthers'))`,
      receiptSeq: 'whole',
      receiptNumber: 'text',
      submittedAt: 'text',
      acceptedAt: 'text',
      receiveDueOn: 'text',
      leadDepartmentId: mayReference('departments'),
      answerDueOn: 'text',
      decisionId: 'whole',
      notifiedAt: 'text',
      previousId: mayReference('proposals'),
      version: 'whole not null default 1',
      createdAt: text,
      updatedAt: text,
    },
    ['unique ("fiscalYear", "receiptSeq")'],
  )
  await createIndex(db, 'proposals', 'stage, stageSince, id')
  await createIndex(db, 'proposals', 'fiscalYear, id', '"submittedAt" is not null')
  await createIndex(db, 'proposals', 'id', '"notifiedAt" is not null')
  await createIndex(db, 'proposals', 'previousId', '"previousId" is not null')
  await createTable(
    db,
    'authorships',
    {
      proposalId: references('proposals'),
      personId: references('people'),
      role: `text not null check ("role" in ('lead', 'co'))`,
      position: 'whole not null',
      departmentId: references('departments'),
      leftAt: 'text',
    },
    ['primary key ("proposalId", "personId")'],
  )
  await createIndex(db, 'authorships', 'personId, proposalId')
  await createTable(
    db,
    'proposalProjects',
    { proposalId: references('proposals'), projectId: references('projects') },
    ['primary key ("proposalId", "projectId")'],
  )
  await createIndex(db, 'proposalProjects', 'projectId')
  await createTable(
    db,
    'proposalTargets',
    { proposalId: references('proposals'), departmentId: references('departments') },
    ['primary key ("proposalId", "departmentId")'],
  )
}

async function createConsiderations(db: AnyDb): Promise<void> {
  await createTable(
    db,
    'considerations',
    {
      id: 'key',
      proposalId: references('proposals'),
      departmentId: references('departments'),
      round: 'whole not null',
      isLead: flag,
      question: 'text',
      askedAt: text,
      askedById: mayReference('people'),
      dueOn: text,
      takenUpAt: 'text',
      takenUpById: mayReference('people'),
      answeredAt: 'text',
      answeredById: mayReference('people'),
    },
    ['unique ("proposalId", "departmentId", "round")'],
  )
  await createIndex(db, 'considerations', 'departmentId, dueOn', '"answeredAt" is null')
  await createIndex(db, 'considerations', 'departmentId, id')
  await createTable(
    db,
    'considerationAnswers',
    {
      considerationId: references('considerations'),
      version: 'whole not null',
      stance: 'text',
      grounds: longText,
      part: longText,
      conditions: longText,
      trial: longText,
      alternative: longText,
      reasonCode: 'text',
      possibleWhen: longText,
      plannedOn: 'text',
      owner: longText,
      costYen: 'whole',
      expectedEffect: longText,
      laws: longText,
      consulted: longText,
      reference: longText,
      wordToProposer: longText,
      writtenAt: text,
      writtenById: references('people'),
      answeredAt: 'text',
    },
    ['primary key ("considerationId", "version")'],
  )
}

async function createDecisions(db: AnyDb): Promise<void> {
  await createTable(db, 'decisions', {
    id: 'key',
    proposalId: references('proposals'),
    body: `text not null check ("body" in ('improvementCommittee', 'policyCouncil', 'department'))`,
    heldOn: text,
    decision: text,
    part: longText,
    reason: text,
    reasonCode: 'text',
    possibleWhen: longText,
    reference: longText,
    directive: `text not null check ("directive" in ('implement', 'study', 'information'))`,
    implementingDepartmentId: mayReference('departments'),
    owner: longText,
    plannedOn: 'text',
    targetProjectId: mayReference('projects'),
    recheckOn: 'text',
    decidedAt: text,
    decidedById: references('people'),
  })
  await createIndex(db, 'decisions', 'proposalId')
  await createTable(db, 'referrals', {
    id: 'key',
    proposalId: references('proposals'),
    kind: `text not null check ("kind" in ('motion', 'report'))`,
    subject: text,
    summary: text,
    requestedDecision: longText,
    heldOn: text,
    referredAt: text,
    referredById: references('people'),
    outcome: 'text',
    outcomeOn: 'text',
    closedAt: 'text',
  })
  await createIndex(db, 'referrals', 'proposalId')
  await createTable(db, 'holds', {
    id: 'key',
    proposalId: references('proposals'),
    reason: text,
    helperId: references('people'),
    recheckOn: text,
    heldOn: text,
    heldAt: text,
    heldById: references('people'),
    cameBackAt: 'text',
  })
  await createIndex(db, 'holds', 'proposalId')
  await createIndex(db, 'holds', 'recheckOn', '"cameBackAt" is null')
  await createTable(db, 'notices', {
    id: 'key',
    proposalId: references('proposals'),
    decisionId: references('decisions'),
    comment: longText,
    notifiedAt: text,
    notifiedById: references('people'),
  })
  await createIndex(db, 'notices', 'proposalId')
}

async function createEndings(db: AnyDb): Promise<void> {
  await createTable(db, 'returns', {
    id: 'key',
    proposalId: references('proposals'),
    missing: text,
    returnedAt: text,
    returnedById: references('people'),
  })
  await createIndex(db, 'returns', 'proposalId')
  await createTable(db, 'refusals', {
    proposalId: 'whole not null primary key references "proposals" ("id")',
    kind: `text not null check ("kind" in ('notAccepted', 'informed', 'closed'))`,
    reasonCode: 'text',
    reason: text,
    departmentId: mayReference('departments'),
    refusedAt: text,
    refusedById: references('people'),
  })
  await createIndex(db, 'refusals', 'departmentId', '"departmentId" is not null')
  await createTable(db, 'mergers', {
    id: 'key',
    proposalId: references('proposals'),
    intoId: references('proposals'),
    fromStage: text,
    reason: text,
    mergedAt: text,
    mergedById: references('people'),
    undoneAt: 'text',
  })
  await createIndex(db, 'mergers', 'proposalId')
  await createIndex(db, 'mergers', 'intoId')
  await createTable(db, 'withdrawals', {
    id: 'key',
    proposalId: references('proposals'),
    fromStage: text,
    reason: longText,
    withdrawnAt: text,
    withdrawnById: references('people'),
  })
  await createIndex(db, 'withdrawals', 'proposalId')
}

async function createImplementations(db: AnyDb): Promise<void> {
  await createTable(db, 'implementations', {
    proposalId: 'whole not null primary key references "proposals" ("id")',
    departmentId: references('departments'),
    projectId: mayReference('projects'),
    status: text,
    owner: longText,
    plannedOn: 'text',
    nextReportOn: 'text',
    startedAt: 'text',
    implementedOn: 'text',
    actualMinutesPerYear: 'whole',
    actualYenPerYear: 'whole',
    recurring: flag,
    actualEffect: longText,
    evidence: longText,
    completedAt: 'text',
    completedById: mayReference('people'),
    verifiedAt: 'text',
    verifiedById: mayReference('people'),
    verification: longText,
    endedAt: 'text',
    endReason: longText,
    version: 'whole not null default 1',
  })
  await createIndex(db, 'implementations', 'departmentId', '"verifiedAt" is null and "endedAt" is null')
  await createIndex(db, 'implementations', 'projectId')
  await createTable(db, 'implementationReports', {
    id: 'key',
    proposalId: references('proposals'),
    status: text,
    text,
    nextReportOn: 'text',
    reportedAt: text,
    reportedById: references('people'),
  })
  await createIndex(db, 'implementationReports', 'proposalId')
}
