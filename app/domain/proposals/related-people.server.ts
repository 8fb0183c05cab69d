import type { Db } from '../context'
import type { Part, RelatedKind } from './related.server'

/* For readers who may know the names, and for nobody else: ask `knowsAuthors` first. */

export function authors(db: Db, proposalId: number): Part {
  return namesOf(db, 'author').where('authorships.proposalId', '=', proposalId)
}

/** By the wish of each merged proposal's own authors. */
export function credited(db: Db, { proposalId, notified }: { proposalId: number; notified: boolean }): Part {
  return namesOf(db, 'credited')
    .innerJoin('mergers', 'mergers.proposalId', 'authorships.proposalId')
    .innerJoin('proposals', 'proposals.id', 'authorships.proposalId')
    .where('mergers.intoId', '=', proposalId)
    .where('mergers.undoneAt', 'is', null)
    .where('proposals.nameDisclosure', 'in', notified ? ['disclosed', 'hiddenDuringReview'] : ['disclosed'])
}

function namesOf(db: Db, kind: RelatedKind) {
  return db
    .selectFrom('authorships')
    .innerJoin('people', 'people.id', 'authorships.personId')
    .innerJoin('departments', 'departments.id', 'authorships.departmentId')
    .select((eb) => [
      eb.val<string>(kind).as('kind'),
      'people.id',
      'people.name',
      eb.ref('departments.name').$castTo<string | null>().as('detail'),
      'authorships.position',
    ])
    .where('authorships.leftAt', 'is', null)
}
