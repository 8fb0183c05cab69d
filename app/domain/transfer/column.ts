import { fiscalYearOf, parseDay } from '../calendar'

/** What a cell holds once it has been read. */
export type Cell = string | number | null

/** The value of a cell, or the sentence that says what to put right. */
export type Reading<Value> = { readonly value: Value } | { readonly problem: string }

/** One column of a list: what it is called, and how its cells are read and written. `read(write(value))` is the value. */
export interface Column<Value extends Cell = Cell> {
  readonly label: string
  /** What other systems call it; width, case and spaces do not matter. */
  readonly aliases: readonly string[]
  /** What a new line gets when the file does not have the column; one without it must have the column. */
  readonly absent?: Value
  /** A file need not have it: where it is not there, the list itself says what holds for every line. */
  readonly given?: true
  /** Says something about a new line only, so that it is no difference to a line that is there. */
  readonly ofNewLines?: true
  /** Words for whoever prepares the file. */
  readonly about: string
  readonly example: string
  read(text: string): Reading<Value>
  write(value: Value): string
}

export type Columns<Line> = { readonly [Name in keyof Line]: Column<Extract<Line[Name], Cell>> }

const longest = 200

/** A number or code is text: it may begin with a zero. Full-width letters and digits are the same code. */
export function codeColumn(label: string, aliases: string[], example: string, about = ''): Column<string> {
  return {
    ...{ label, aliases, example, about },
    read: (text) => required(text.normalize('NFKC')),
    write: (value) => value,
  }
}

/** Text as it is written: 髙, 﨑, 𠮷 and variation selectors stay what they are. */
export function textColumn(label: string, aliases: string[], example: string, about = ''): Column<string> {
  return { ...{ label, aliases, example, about }, read: required, write: (value) => value }
}

export function optionalText(
  label: string,
  aliases: string[],
  example: string,
  about = '',
): Column<string | null> {
  return optional(textColumn(label, aliases, example, about))
}

export function dayColumn(label: string, aliases: string[], example: string, about = ''): Column<string> {
  return { ...{ label, aliases, example, about }, read: dayOf, write: (value) => value }
}

export function optionalDay(
  label: string,
  aliases: string[],
  example: string,
  about = '',
): Column<string | null> {
  return optional(dayColumn(label, aliases, example, about))
}

export function wholeColumn(label: string, aliases: string[], example: string, about = ''): Column<number> {
  return {
    ...{ label, aliases, example, about },
    read: (text) => {
      const digits = text.normalize('NFKC').replace(/[,、\s]/g, '')
      return /^\d{1,9}$/.test(digits)
        ? { value: Number(digits) }
        : { problem: text === '' ? '空欄です' : `「${text}」は整数ではありません` }
    },
    write: String,
  }
}

/** 2026, 令和8年度, R8: kept as the year it begins in. */
export function fiscalYearColumn(label: string, aliases: string[]): Column<number> {
  return {
    ...{ label, aliases, example: '2026', about: '2026、令和8年度、R8のどれでも' },
    read: (text) => {
      const year = text.normalize('NFKC').replace(/年度?$/, '')
      const day = parseDay(`${year}年4月1日`)
      if (day !== null) return { value: fiscalYearOf(day) }
      return { problem: text === '' ? '空欄です' : `「${text}」は年度ではありません（例：2026、R8）` }
    },
    write: String,
  }
}

/** Each value with its words, the first of which is written. The value itself is understood as well. */
export function choiceColumn<Value extends string | number>(
  label: string,
  aliases: string[],
  choices: readonly (readonly [Value, string, ...string[]])[],
): Column<Value> {
  const values = new Map(
    choices.flatMap(([value, ...words]) => [String(value), ...words].map((word) => [keyOf(word), value])),
  )
  const words = choices.map(([, word]) => word)
  return {
    ...{ label, aliases, example: words[0] ?? '', about: `${words.join('、')}のどれか` },
    read: (text) => {
      const value = values.get(keyOf(text))
      if (value !== undefined) return { value }
      return {
        problem: text === '' ? '空欄です' : `「${text}」は、${words.join('、')}のどれでもありません`,
      }
    },
    write: (value) => choices.find(([choice]) => choice === value)?.[1] ?? String(value),
  }
}

/** The same column, whose cells may be empty. */
function optional(column: Column<string>): Column<string | null> {
  return {
    ...column,
    absent: null,
    read: (text) => (text === '' ? { value: null } : column.read(text)),
    write: (value) => (value === null ? '' : column.write(value)),
  }
}

/** How headings and words of choices are compared. */
export function keyOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_・()「」*※]/g, '')
}

function required(text: string): Reading<string> {
  if (text === '') return { problem: '空欄です' }
  if (text.includes('\uFFFD')) return { problem: '読めない文字（�）があります' }
  if ([...text].length > longest) return { problem: `${longest}字を超えています` }
  return { value: text }
}

function dayOf(text: string): Reading<string> {
  const day = parseDay(text)
  if (day !== null) return { value: day }
  return { problem: text === '' ? '空欄です' : `「${text}」は日付ではありません（例：2026-04-01）` }
}
