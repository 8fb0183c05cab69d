import { type AnyDb, createIndex, createTable, flag, longText, references, text } from '../columns'

/** 三者協議: what proposer, secretariat and department in charge talked about. */
export async function up(db: AnyDb): Promise<void> {
  await createTable(db, 'threePartyTalks', {
    id: 'key',
    proposalId: references('proposals'),
    heldOn: text,
    proposerPresent: flag,
    present: text,
    note: longText,
    recordedAt: text,
    recordedById: references('people'),
  })
  await createIndex(db, 'threePartyTalks', 'proposalId, id')
}
