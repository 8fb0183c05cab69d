import type { ExpressionBuilder } from 'kysely'
import type { Database } from '#db/schema'
import type { Db } from '../context'
import { type Actor, isSecretariat } from '../organisation/actor'
import type { Part, RelatedKind } from './related.server'

/** Who reads, as far as links go. */
interface Reader {
  readonly personId: number
  readonly isSecretariat: boolean
}

/** Earlier and later versions, and both ends of a merger. */
export function linked(db: Db, reader: Reader, proposalId: number): Part[] {
  const merger = (kind: RelatedKind, own: 'proposalId' | 'intoId', other: 'proposalId' | 'intoId') =>
    otherProposal(db, reader, kind)
      .innerJoin('mergers', `mergers.${other}`, 'proposals.id')
      .where(`mergers.${own}`, '=', proposalId)
      .where('mergers.undoneAt', 'is', null)
  return [
    otherProposal(db, reader, 'previous')
      .innerJoin('proposals as ours', 'ours.previousId', 'proposals.id')
      .where('ours.id', '=', proposalId),
    otherProposal(db, reader, 'next').where('proposals.previousId', '=', proposalId),
    merger('mergedInto', 'proposalId', 'intoId'),
    merger('mergedFrom', 'intoId', 'proposalId'),
  ]
}

export interface EarlierText {
  readonly title: string
  readonly currentSituation: string
  readonly proposal: string
  readonly expectedEffect: string
}

/** The text of the proposal that this one takes up again, to be read beside it; null where there is none to show. */
export async function findEarlierSeenBy(
  db: Db,
  actor: Actor,
  proposalId: number,
): Promise<EarlierText | null> {
  const earlier = await db
    .selectFrom('proposals')
    .innerJoin('proposals as ours', 'ours.previousId', 'proposals.id')
    .select([
      'proposals.title',
      'proposals.currentSituation',
      'proposals.proposal',
      'proposals.expectedEffect',
    ])
    .where('ours.id', '=', proposalId)
    .where((eb) => eb.or(opened(eb, { personId: actor.personId, isSecretariat: isSecretariat(actor) })))
    .executeTakeFirst()
  return earlier ?? null
}

function otherProposal(db: Db, reader: Reader, kind: RelatedKind) {
  return db
    .selectFrom('proposals')
    .select((eb) => [
      eb.val<string>(kind).as('kind'),
      'proposals.id',
      'proposals.title as name',
      'proposals.receiptNumber as detail',
      'proposals.id as position',
    ])
    .where((eb) =>
      eb.or([...opened(eb, reader), ...(kind === 'mergedInto' ? [isAuthorOfMerged(eb, reader)] : [])]),
    )
}

/** A draft is linked for its authors alone; what is under review for them and the secretariat. */
function opened(eb: ExpressionBuilder<Database, 'proposals'>, { personId, isSecretariat: isOffice }: Reader) {
  return [
    eb('proposals.notifiedAt', 'is not', null),
    ...(isOffice ? [eb('proposals.submittedAt', 'is not', null)] : []),
    eb.exists(
      eb
        .selectFrom('authorships')
        .select('authorships.personId')
        .whereRef('authorships.proposalId', '=', 'proposals.id')
        .where('authorships.personId', '=', personId)
        .where('authorships.leftAt', 'is', null),
    ),
  ]
}

/** Whose proposal was merged away follows the one that goes on. */
function isAuthorOfMerged(eb: ExpressionBuilder<Database, 'proposals'>, { personId }: Reader) {
  return eb.exists(
    eb
      .selectFrom('authorships as merged')
      .innerJoin('mergers as own', 'own.proposalId', 'merged.proposalId')
      .select('merged.personId')
      .whereRef('own.intoId', '=', 'proposals.id')
      .where('own.undoneAt', 'is', null)
      .where('merged.leftAt', 'is', null)
      .where('merged.personId', '=', personId),
  )
}
