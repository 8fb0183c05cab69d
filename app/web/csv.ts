/** Cells that a spreadsheet would take for a formula; an apostrophe before them keeps them text. */
const formula = /^[\s\u200b\ufeff\0]*[=+\-@＝＋－＠]|^[\t\r\n\0]/

/** A table as a file that Excel opens without asking: UTF-8 with its mark, CRLF, every cell quoted (RFC 4180). */
export function csvResponse(fileName: string, rows: readonly (readonly (string | number)[])[]): Response {
  const text = rows.map((row) => `${row.map(quoted).join(',')}\r\n`).join('')
  return new Response(`\uFEFF${text}`, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
    },
  })
}

function quoted(cell: string | number): string {
  if (typeof cell === 'number') return String(cell)
  const text = formula.test(cell) ? `'${cell}` : cell
  return `"${text.replaceAll('"', '""')}"`
}
