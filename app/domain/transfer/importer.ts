import type { Day } from '../calendar'
import type { Ctx, Db } from '../context'
import type { Known } from './difference'

/** One list, whoever brings it in: the web pages, the command line, the nightly run. */
export interface Importer<Line extends object> {
  /** All lines as they are, for a file to hand out; the year is for lists that have one for each year. */
  list(db: Db, fiscalYear: number): Promise<readonly Line[]>
  /** What the lines that were read are compared with. `lines` are those of the file, as far as they could be read. */
  load(db: Db, lines: readonly Partial<Line>[], today: Day): Promise<KnownLines<Line>>
  write(ctx: Ctx, lines: readonly Line[]): Promise<void>
  /** What cannot be said by writing the line: only where ending is something else than a change of the line. */
  end?(ctx: Ctx, lines: readonly Line[]): Promise<void>
  takeBackEnd?(ctx: Ctx, lines: readonly Line[]): Promise<void>
  /** Fails where anything refers to one of them. */
  remove(ctx: Ctx, lines: readonly Line[]): Promise<void>
  /** Whose powers of today a line is about. */
  personOf?(line: Line): string
}

/** `Known`, of lines whose columns have their own types. */
export interface KnownLines<Line> {
  readonly lines: readonly Line[]
  keyOf(line: Line): string
  about(line: Line): string
  problemOf(line: Line): string | null
  ended(line: Line): Line | null
  endedInWords?(line: Line): string | null
}

/** The same for what treats all lists alike and sees only cells. */
export function asKnown<Line extends object>(known: KnownLines<Line>): Known {
  const { lines, ...asked } = known as unknown as Omit<Known, 'lines'> & { lines: readonly never[] }
  return { ...asked, lines: new Map(lines.map((line) => [asked.keyOf(line), line])) }
}

/** 「終了日（2026-03-31）が発令日（2026-04-01）より前です」 */
export function disorderOf(
  { validFrom, validTo }: { validFrom: Day; validTo: Day | null },
  from: string,
  to: string,
): string | null {
  return validTo !== null && validTo < validFrom
    ? `${to}（${validTo}）が${from}（${validFrom}）より前です`
    : null
}

/** Begun, and not yet at its last day. */
export function goesOn({ validFrom, validTo }: { validFrom: Day; validTo: Day | null }, today: Day): boolean {
  return validFrom <= today && (validTo === null || validTo > today)
}
