import writeXlsxFile from 'write-excel-file/node'

export interface SheetColumn {
  readonly label: string
  /** In characters. */
  readonly width: number
}

/**
 * A table as a workbook of one sheet: landscape, the head stays in sight, long cells wrap. Every cell is text or a
 * number, never a formula, and the file names nobody as its author.
 */
export async function xlsxResponse(
  fileName: string,
  sheet: string,
  columns: readonly SheetColumn[],
  rows: readonly (readonly (string | number)[])[],
): Promise<Response> {
  const head = columns.map(({ label }) => ({
    ...{ value: label, type: String, fontWeight: 'bold' as const, wrap: true },
    backgroundColor: '#F2F2F2',
  }))
  const body = rows.map((row) =>
    row.map((value) =>
      typeof value === 'number'
        ? { value, type: Number }
        : { value, type: String, wrap: true, alignVertical: 'top' as const },
    ),
  )
  const bytes = await writeXlsxFile([head, ...body], {
    ...{ sheet, orientation: 'landscape', stickyRowsCount: 1 },
    columns: columns.map(({ width }) => ({ width })),
  }).toBuffer()
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
    },
  })
}
