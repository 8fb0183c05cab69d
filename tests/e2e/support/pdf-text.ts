import { inflateSync } from 'node:zlib'

/**
 * The text of each sheet of a PDF as Chromium writes it, in the order in which it is drawn: enough to read the numbers at
 * the foot and to see that nothing is missing. Fonts stand in it as pictures with a table of what they mean.
 */
export function textOfSheets(pdf: Buffer): string[] {
  const objects = objectsIn(pdf)
  const pages = [...objects.values()].filter(({ head }) => /\/Type\s*\/Page\b/.test(head))
  return pages.map(({ head }) => {
    const fonts = fontsIn(head, objects)
    const content = /\/Contents (\d+) 0 R/.exec(head)?.[1] ?? ''
    return drawn(objects.get(content)?.stream ?? '', fonts)
  })
}

interface PdfObject {
  /** What stands before the stream, or everything. */
  readonly head: string
  readonly stream: string
}

type Glyphs = ReadonlyMap<string, string>

function objectsIn(pdf: Buffer): Map<string, PdfObject> {
  const objects = new Map<string, PdfObject>()
  const all = pdf.toString('latin1')
  for (const match of all.matchAll(/(\d+) 0 obj\s([\s\S]*?)(?:stream\r?\n|endobj)/g)) {
    const [whole, key = '', head = ''] = match
    const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0)
    const from = match.index + whole.length
    const bytes = whole.endsWith('endobj') ? Buffer.alloc(0) : pdf.subarray(from, from + length)
    const stream = head.includes('/FlateDecode') && bytes.length > 0 ? inflateSync(bytes) : bytes
    objects.set(key, { head, stream: stream.toString('latin1') })
  }
  return objects
}

/** By the name that a sheet has for each. */
function fontsIn(sheet: string, objects: ReadonlyMap<string, PdfObject>): Map<string, Glyphs> {
  const fonts = /\/Font\s*<<([\s\S]*?)>>/.exec(sheet)?.[1] ?? ''
  return new Map(
    [...fonts.matchAll(/\/(\S+) (\d+) 0 R/g)].map(([, name = '', key = '']) => {
      const table = /\/ToUnicode (\d+) 0 R/.exec(objects.get(key)?.head ?? '')?.[1] ?? ''
      return [name, glyphsIn(objects.get(table)?.stream ?? '')]
    }),
  )
}

/** 「<0041> <3042>」 singly, and 「<0041> <0043> <3042>」 for a run of them. */
function glyphsIn(table: string): Glyphs {
  const glyphs = new Map<string, string>()
  for (const [, lines = ''] of table.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, glyph = '', code = ''] of lines.matchAll(/<(\w+)>\s*<(\w+)>/g))
      glyphs.set(glyph.toUpperCase(), fromUtf16(code))
  }
  for (const [, lines = ''] of table.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, first = '', last = '', code = ''] of lines.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g)) {
      for (let step = 0; step <= parseInt(last, 16) - parseInt(first, 16); step += 1) {
        const glyph = (parseInt(first, 16) + step).toString(16).toUpperCase().padStart(first.length, '0')
        glyphs.set(glyph, String.fromCodePoint(parseInt(code, 16) + step))
      }
    }
  }
  return glyphs
}

function fromUtf16(code: string): string {
  return Buffer.from(code, 'hex').swap16().toString('utf16le')
}

/** Where a glyph means something else than it shows, the text stands before it, between ActualText and EMC. */
function drawn(content: string, fonts: ReadonlyMap<string, Glyphs>): string {
  let glyphs: Glyphs = new Map()
  let isSaid = false
  let text = ''
  const parts = /\/ActualText <FEFF(\w+)>|\bEMC\b|\/(\S+) [\d.]+ Tf|<(\w+)> Tj/g
  for (const [part, said, font, codes = ''] of content.matchAll(parts)) {
    if (said !== undefined) text += fromUtf16(said)
    if (said !== undefined || part === 'EMC') isSaid = part !== 'EMC'
    else if (font !== undefined) glyphs = fonts.get(font) ?? new Map()
    else if (!isSaid) text += (codes.match(/../g) ?? []).map((code) => glyphs.get(code) ?? '').join('')
  }
  return text
}
