import type { Day } from '../calendar'
import type { Db } from '../context'
import { type NamedSheet, selectOpenedSheets, sheetOf } from '../evaluation/sheets.server'
import { NotFound } from '../errors'
import { nested, rowsOf } from '../nested.server'
import { type Actor, isSecretariat } from '../organisation/actor'
import { worded } from '../worded.server'
import type { HoldView } from './committee-view'
import { readersOf } from './consideration-lookup.server'
import { subjectColumns, subjectLists, subjectOf } from './consideration-subject.server'
import type { ConsideredSubject } from './consideration-view'
import { factsOf, selectFacts } from './facts.server'
import { holdOf, selectLastHold } from './hold-notes.server'
import { isSeenBy, type ProposalFacts } from './proposal'
import { readsQuestions } from './question-policy'
import type { ThreePartyTalk } from './three-party'
import { selectTalks, talkOf } from './three-party.server'

/** What lies before the meeting in one of its items. */
export interface SittingMatter {
  readonly facts: ProposalFacts
  readonly subject: ConsideredSubject
  readonly talks: readonly ThreePartyTalk[]
  readonly hold: HoldView | null
  /** Who gave which marks: for the secretariat alone, and not before the scores are opened. */
  readonly sheets: readonly NamedSheet[]
}

/** The proposal of an agenda item and all that the page of the item says of it. One statement. Throws NotFound. */
export async function findMatterSeenBy(
  db: Db,
  actor: Actor,
  { id, proposalId }: { readonly id: number; readonly proposalId: number },
): Promise<SittingMatter> {
  const [row] = await selectMatter(db, {
    ...{ agendaItemId: id, proposalId, today: actor.today, isSecretariat: isSecretariat(actor) },
  })
  const facts = factsOf(row)
  if (!row || !isSeenBy(actor, facts)) throw new NotFound()
  return {
    facts,
    subject: subjectOf(row),
    talks: readsQuestions(readersOf(actor, facts)) ? rowsOf(row.talks).map(talkOf) : [],
    hold: holdOf(rowsOf(row.holds)),
    sheets: row.sheets ? rowsOf(row.sheets).map(sheetOf) : [],
  }
}

type Asked = { agendaItemId: number; proposalId: number; today: Day; isSecretariat: boolean }

const selectMatter = worded((db, { agendaItemId, proposalId, today, ...reader }: Asked) =>
  selectFacts(db, proposalId, today)
    .select(subjectColumns)
    .select((eb) => [
      ...subjectLists(db, eb),
      nested(db, selectTalks(db, proposalId)).as('talks'),
      nested(db, selectLastHold(db, proposalId)).as('holds'),
    ])
    .$if(reader.isSecretariat, (query) =>
      query.select(nested(db, selectOpenedSheets(db, agendaItemId)).as('sheets')),
    ),
)
