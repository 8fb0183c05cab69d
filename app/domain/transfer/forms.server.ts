import { z } from 'zod'
import { optionalText, tick } from '../fields.server'
import type { LineColumns } from './difference'
import type { Mapping, Source } from './mapping'

export const ApplyForm = z.object({ withoutErrors: tick(), endMissing: tick() })

/** For each column where its cells come from: a column of the file by its place, 「fixed」 with one value, or nowhere. */
export function mappingForm(columns: LineColumns) {
  const fields = Object.fromEntries(
    Object.keys(columns).flatMap((name) => [
      [sourceField(name), optionalText('列', { max: 20 })],
      [fixedField(name), optionalText('同じ値', { max: 200 })],
    ]),
  )
  return z.object(fields).transform((values, refinement): Mapping => {
    const sources = Object.entries(columns).flatMap(([name, { label, read }]): [string, Source][] => {
      const from = values[sourceField(name)] ?? ''
      if (from !== 'fixed') return /^\d{1,3}$/.test(from) ? [[name, { heading: Number(from) }]] : []
      const fixed = values[fixedField(name)] ?? ''
      const reading = read(fixed)
      if ('value' in reading) return [[name, { fixed }]]
      const message = `${label}：${reading.problem}`
      refinement.addIssue({ code: 'custom', path: [fixedField(name)], message })
      return []
    })
    return Object.fromEntries(sources)
  })
}

export function mappingValues(columns: LineColumns, mapping: Mapping): Record<string, string> {
  return Object.fromEntries(
    Object.keys(columns).flatMap((name) => {
      const source = mapping[name]
      if (!source) return []
      if ('heading' in source) return [[sourceField(name), String(source.heading)]]
      return [
        [sourceField(name), 'fixed'],
        [fixedField(name), source.fixed],
      ]
    }),
  )
}

function sourceField(name: string): string {
  return `source_${name}`
}

function fixedField(name: string): string {
  return `fixed_${name}`
}
