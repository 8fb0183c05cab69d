import type { Db } from '../context'

export interface NamedSheet {
  readonly name: string
  readonly pointsTenths: number
  readonly marks: readonly number[]
  readonly opinion: string
}

const limit = 200

/** Who gave which marks, of an item whose scores are open: for the secretariat alone. */
export function selectOpenedSheets(db: Db, agendaItemId: number) {
  return db
    .selectFrom('scoreSheets')
    .innerJoin('agendaItems', 'agendaItems.id', 'scoreSheets.agendaItemId')
    .innerJoin('people', 'people.id', 'scoreSheets.personId')
    .select(['people.name', 'scoreSheets.pointsTenths', 'scoreSheets.marks', 'scoreSheets.opinion'])
    .where('scoreSheets.agendaItemId', '=', agendaItemId)
    .where('agendaItems.scoresOpenedAt', 'is not', null)
    .orderBy('people.kana')
    .orderBy('people.id')
    .limit(limit)
}

export function sheetOf(row: Omit<NamedSheet, 'marks'> & { readonly marks: string }): NamedSheet {
  return { ...row, marks: JSON.parse(row.marks) as number[] }
}
