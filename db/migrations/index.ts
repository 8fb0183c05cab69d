import type { Migration } from 'kysely'
import * as events from './0001-events'
import * as organisation from './0002-organisation'
import * as accounts from './0003-accounts'
import * as projects from './0004-projects'
import * as proposals from './0005-proposals'
import * as practices from './0006-practices'
import * as improvements from './0007-improvements'
import * as imports from './0010-imports'
import * as sittings from './0020-sittings'
import * as considerationSteps from './0021-consideration-steps'
import * as supports from './0030-supports'
import * as spreads from './0031-spreads'
import * as synonyms from './0032-synonyms'
import * as attempts from './0040-attempts'
import * as attachments from './0050-attachments'
import * as delegations from './0051-delegations'
import * as quorumRules from './0052-quorum-rules'
import * as holdNotes from './0054-hold-notes'
import * as news from './0060-news'
import * as readingIndexes from './0061-reading-indexes'
import * as reorganisations from './0062-reorganisations'
import * as accountRules from './0063-account-rules'
import * as reasonCodes from './0064-reason-codes'
import * as consultations from './0065-consultations'
import * as library from './0066-library'
import * as yearSettings from './0067-year-settings'
import * as threePartyTalks from './0068-three-party-talks'
import * as singleSignOn from './0069-single-sign-on'
import * as carryOvers from './0080-carry-overs'
import * as campaignVersions from './0081-campaign-versions'
import * as yearPreparation from './0082-year-preparation'
import * as deputyRank from './0083-deputy-rank'
import * as retention from './0084-retention'
import * as answerTemplates from './0085-answer-templates'
import * as oldDrafts from './0090-old-drafts'
import * as bureauTerms from './0091-bureau-terms'
import * as projectVersions from './0092-project-versions'
import * as memos from './0095-memos'
import * as followUps from './0096-follow-ups'
import * as spreadRounds from './0097-spread-rounds'
import * as similar from './0105-similar'
import * as copyingGuides from './0106-copying-guides'
import * as shelfProjects from './0110-shelf-projects'
import * as openWorkIndexes from './0130-open-work-indexes'

/** Listed by hand, so that the migrations travel inside the server's bundle. Frozen once released. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-events': events,
  '0002-organisation': organisation,
  '0003-accounts': accounts,
  '0004-projects': projects,
  '0005-proposals': proposals,
  '0006-practices': practices,
  '0007-improvements': improvements,
  '0010-imports': imports,
  '0020-sittings': sittings,
  '0021-consideration-steps': considerationSteps,
  '0030-supports': supports,
  '0031-spreads': spreads,
  '0032-synonyms': synonyms,
  '0040-attempts': attempts,
  '0050-attachments': attachments,
  '0051-delegations': delegations,
  '0052-quorum-rules': quorumRules,
  '0054-hold-notes': holdNotes,
  '0060-news': news,
  '0061-reading-indexes': readingIndexes,
  '0062-reorganisations': reorganisations,
  '0063-account-rules': accountRules,
  '0064-reason-codes': reasonCodes,
  '0065-consultations': consultations,
  '0066-library': library,
  '0067-year-settings': yearSettings,
  '0068-three-party-talks': threePartyTalks,
  '0069-single-sign-on': singleSignOn,
  '0080-carry-overs': carryOvers,
  '0081-campaign-versions': campaignVersions,
  '0082-year-preparation': yearPreparation,
  '0083-deputy-rank': deputyRank,
  '0084-retention': retention,
  '0085-answer-templates': answerTemplates,
  '0090-old-drafts': oldDrafts,
  '0091-bureau-terms': bureauTerms,
  '0092-project-versions': projectVersions,
  '0095-memos': memos,
  '0096-follow-ups': followUps,
  '0097-spread-rounds': spreadRounds,
  '0105-similar': similar,
  '0106-copying-guides': copyingGuides,
  '0110-shelf-projects': shelfProjects,
  '0130-open-work-indexes': openWorkIndexes,
}
