import { fiscalYearOf, wareki } from '#app/domain/calendar'
import { together } from '#app/domain/nested.server'
import { type ConsiderationText } from '#app/domain/proposals/consideration'
import {
  mayAnswer,
  mayDecideByDepartment,
  mayReadVersions,
  mayTakeUp,
  mayWriteDraft,
} from '#app/domain/proposals/consideration-policy'
import { extensionsOf } from '#app/domain/proposals/consideration-extension.server'
import { reassignmentsOf } from '#app/domain/proposals/consideration-reassignment.server'
import { findRecordSeenBy } from '#app/domain/proposals/consideration-record.server'
import { projectsOf } from '#app/domain/proposals/committee-naming.server'
import { templatesOf } from '#app/domain/proposals/answer-templates.server'
import { reasonsFor } from '#app/domain/organisation/reason-codes.server'
import type { PageArgs } from '#app/web/page.server'
import { idParam } from '#app/web/params'

/** The record page, which the draft and the answer show again when they are refused. */
export async function loadRecord({ actor, db, today, params, form }: PageArgs) {
  const { asked, view, subject, draft } = await findRecordSeenBy(db, actor, idParam(params, 'id'))
  const ownDecision = mayDecideByDepartment(actor, asked, 'do')
  const writes = mayWriteDraft(actor, asked)
  const story = { extensions: extensionsOf(db, asked.id), reassignments: reassignmentsOf(db, asked.id) }
  const { extensions, reassignments, reasons, templates, projects } = writes.ok
    ? await together(db, { ...story, ...choicesFor({ actor, db, today }, asked.proposalId) })
    : { ...(await together(db, story)), reasons: [], templates: [], projects: [] }
  return {
    id: asked.id,
    today,
    view,
    subject,
    writtenBy: draft && { at: draft.writtenAt, name: draft.writtenBy },
    minimumGroundsLength: asked.minimumGroundsLength,
    mayReadVersions: mayReadVersions(actor, asked).ok,
    mayWrite: writes,
    mayTakeUp: mayTakeUp(actor, asked),
    mayAnswer: mayAnswer(actor, asked),
    ownDecision:
      asked.departmentMayDecide && asked.isLead && writes.ok
        ? { verdict: ownDecision, projects: ownDecision.ok ? projects : [] }
        : null,
    reasons,
    templates: templates.map(({ id, name }) => ({ id, name })),
    form: await form(draft ? valuesOf(draft.text) : {}, draft?.version ?? 0),
    takeUpForm: await form(),
    extensions,
    reassignments,
  }
}

/** What the department can choose from. */
function choicesFor({ actor, db, today }: Pick<PageArgs, 'actor' | 'db' | 'today'>, proposalId: number) {
  return {
    reasons: reasonsFor(db, 'difficult'),
    templates: templatesOf(db, actor),
    projects: projectsOf(db, { proposalId, today, fiscalYear: fiscalYearOf(today) }),
  }
}

function valuesOf({ plannedOn, ...text }: ConsiderationText): Record<string, string> {
  return {
    ...Object.fromEntries(Object.entries(text).map(([name, value]) => [name, String(value ?? '')])),
    plannedOn: plannedOn === null ? '' : wareki(plannedOn),
  }
}
