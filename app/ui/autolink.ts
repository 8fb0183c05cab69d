export interface TextPiece {
  text: string
  href?: string
}

// Only printable ASCII belongs to an address: Japanese text goes on right after it, without a blank.
const ADDRESS = /https?:\/\/[!-~]+/g
const TRAILING = /[.,:;!?'"\])}>]+$/

/** Cuts a text into plain pieces and web addresses. Joined again, the pieces are the text. */
export function splitLinks(text: string): TextPiece[] {
  const pieces: TextPiece[] = []
  let end = 0
  for (const match of text.matchAll(ADDRESS)) {
    const address = withoutTrailing(match[0])
    if (!URL.canParse(address)) continue
    if (match.index > end) pieces.push({ text: text.slice(end, match.index) })
    pieces.push({ text: address, href: address })
    end = match.index + address.length
  }
  if (end < text.length) pieces.push({ text: text.slice(end) })
  return pieces
}

/** Blank lines part paragraphs; a single line break stays inside one. */
export function splitParagraphs(text: string): string[][] {
  return text
    .replaceAll('\r\n', '\n')
    .split(/\n[ \t　]*\n\s*/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean)
    .map((paragraph) => paragraph.split('\n'))
}

/** The full stop after an address is the sentence's; so is a bracket that was opened before it. */
function withoutTrailing(address: string): string {
  const bare = address.replace(TRAILING, '')
  const closing = address.slice(bare.length)
  return closing.startsWith(')') && bare.includes('(') && !bare.includes(')') ? `${bare})` : bare
}
