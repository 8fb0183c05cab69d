import type { z } from 'zod'
import { openCampaign } from '../campaigns/opening.server'
import type { Ctx } from '../context'
import { importAppointments } from '../organisation/appointments.server'
import { importDepartments } from '../organisation/departments.server'
import { importPeople } from '../organisation/people.server'
import { importPosts } from '../organisation/posts.server'
import type { ReasonUse } from '../organisation/reason'
import { setReasonCodes } from '../organisation/reason-codes.server'
import { importSeats } from '../organisation/seats.server'
import { openFiscalYear } from '../organisation/year-opening.server'
import { importMeasures, importProjects } from '../projects/registry.server'
import { readCsv } from './csv.server'
import { type ListName, lists } from './lists.server'

/** The text of each file that there is. */
export type Files = Readonly<Partial<Record<ListName, string>>>

type Read = { readonly [Name in ListName]: readonly z.output<(typeof lists)[Name]>[] }

/**
 * Brings in the lists of a city hall, all of them or nothing: what names something comes after it, and the same files
 * again change nothing. Throws RuleBroken with the lines to put right.
 */
export async function importOrganisation(ctx: Ctx, files: Files): Promise<void> {
  const read = readAll(files)
  if (files.departments !== undefined || files.departmentSuccessors !== undefined) {
    await importDepartments(ctx, read.departments, read.departmentSuccessors)
  }
  if (files.posts !== undefined) await importPosts(ctx, read.posts)
  if (files.people !== undefined) await importPeople(ctx, read.people)
  if (files.appointments !== undefined) await importAppointments(ctx, read.appointments)
  if (files.seats !== undefined) await importSeats(ctx, read.seats)
  for (const usedFor of new Set(read.reasonCodes.map((line): ReasonUse => line.usedFor))) {
    const codes = read.reasonCodes.filter((line) => line.usedFor === usedFor)
    await setReasonCodes(ctx, usedFor, codes)
  }
  for (const { fiscalYear, targetPercent } of read.fiscalYears) {
    await openFiscalYear(ctx, { fiscalYear, targetPermille: targetPercent })
  }
  if (files.policies !== undefined) await importMeasures(ctx, read.policies)
  await importProjectYears(ctx, read)
  await openCampaigns(ctx, read.campaigns)
}

function readAll(files: Files): Read {
  const names = Object.keys(lists) as ListName[]
  return Object.fromEntries(
    names.map((name) => [name, readCsv(`${name}.csv`, files[name] ?? '', lists[name])]),
  ) as unknown as Read
}

/** Year by year, since a project is known by what it was the year before. */
async function importProjectYears(ctx: Ctx, { projects, projectSuccessors }: Read): Promise<void> {
  const measures = await ctx.tx.selectFrom('measures').select(['name', 'code']).execute()
  const codes = new Map(measures.map(({ name, code }) => [name, code]))
  const years = [
    ...projects.map(({ fiscalYear }) => fiscalYear),
    ...projectSuccessors.map(({ toFiscalYear }) => toFiscalYear),
  ]
  for (const year of [...new Set(years)].sort((one, other) => one - other)) {
    await importProjects(
      ctx,
      year,
      projects
        .filter(({ fiscalYear }) => fiscalYear === year)
        .map(({ fiscalYear: _year, policyMeasure, ...line }) => ({
          ...line,
          measureName: policyMeasure,
          measureCode: codes.get(policyMeasure ?? '') ?? null,
        })),
      projectSuccessors
        .filter(({ toFiscalYear }) => toFiscalYear === year)
        .map(({ toFiscalYear: _year, ...line }) => line),
    )
  }
}

/** A 募集 is known again by its year and name. */
async function openCampaigns(ctx: Ctx, campaigns: Read['campaigns']): Promise<void> {
  for (const campaign of campaigns) {
    const there = await ctx.tx
      .selectFrom('campaigns')
      .select('id')
      .where('fiscalYear', '=', campaign.fiscalYear)
      .where('name', '=', campaign.name)
      .executeTakeFirst()
    if (!there) await openCampaign(ctx, campaign)
  }
}
