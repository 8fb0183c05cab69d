import { z } from 'zod'
import { bodies } from '../organisation/seat'
import {
  cell,
  cellOrNull,
  choiceCell,
  dayCell,
  dayCellOrNull,
  flagCell,
  listCell,
  wholeCell,
} from './csv.server'

/* The lists that a city hall brings in, a CSV file each, by the name of the file. */

const validity = { validFrom: dayCell, validTo: dayCellOrNull }

const percent = z
  .string({ error: '列がありません' })
  .regex(/^(\d{1,3}(\.\d)?)?$/, '割合を70.0のように入れてください')
  .transform((text) => (text === '' ? null : Math.round(Number(text) * 10)))

export const lists = {
  departments: z.object({
    ...{ code: cell, name: cell, parentCode: cellOrNull, kind: choiceCell(['bureau', 'section']) },
    ...validity,
  }),
  departmentSuccessors: z.object({
    ...{ fromCode: cell, toCode: cell, effectiveOn: dayCell },
    kind: choiceCell(['rename', 'split', 'merge', 'abolish']),
  }),
  posts: z.object({ code: cell, name: cell, rank: wholeCell, isHead: flagCell }),
  people: z.object({
    ...{ employeeNumber: cell, name: cell, kana: cell, email: cellOrNull, employmentType: cell },
  }),
  appointments: z.object({
    ...{ employeeNumber: cell, departmentCode: cell, postCode: cell },
    kind: choiceCell(['main', 'concurrent', 'acting']),
    ...validity,
  }),
  seats: z.object({
    ...{ body: choiceCell(bodies), employeeNumber: cell },
    role: choiceCell(['chair', 'viceChair', 'member', 'clerk']),
    ...validity,
  }),
  reasonCodes: z.object({
    usedFor: choiceCell(['difficult', 'notAccepted', 'notAdopted']),
    ...{ code: cell, label: cell },
  }),
  fiscalYears: z.object({ fiscalYear: wholeCell, targetPercent: percent }),
  policies: z.object({
    ...{
      code: cell,
      level: choiceCell(['chapter', 'section', 'measure']),
      name: cell,
      parentCode: cellOrNull,
    },
  }),
  projects: z.object({
    ...{ fiscalYear: wholeCell, code: cell, name: cell, departmentCode: cell, policyMeasure: cellOrNull },
    ...{ inScope: flagCell, excludedReason: cellOrNull, predecessorCode: cellOrNull },
  }),
  projectSuccessors: z.object({
    ...{ fromCode: cell, toFiscalYear: wholeCell, toCode: cell },
    kind: choiceCell(['renamed', 'transferred', 'merged']),
  }),
  campaigns: z.object({
    ...{ fiscalYear: wholeCell, name: cell, opensOn: dayCell, closesOn: dayCellOrNull },
    ...{ departmentMayDecide: flagCell, themes: listCell },
  }),
} as const

export type ListName = keyof typeof lists
export const listNames = Object.keys(lists) as ListName[]
