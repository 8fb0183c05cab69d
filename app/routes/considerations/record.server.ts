import { wareki } from '#app/domain/calendar'
import { type ConsiderationText } from '#app/domain/proposals/consideration'
import {
  mayAnswer,
  mayDecideByDepartment,
  mayReadVersions,
  mayTakeUp,
  mayWriteDraft,
} from '#app/domain/proposals/consideration-policy'
import { listExtensions } from '#app/domain/proposals/consideration-extension.server'
import { listReassignments } from '#app/domain/proposals/consideration-reassignment.server'
import { findRecordSeenBy } from '#app/domain/proposals/consideration-record.server'
import { listProjectChoices } from '#app/domain/proposals/committee-naming.server'
import { listTemplates } from '#app/domain/proposals/answer-templates.server'
import { listReasonCodes } from '#app/domain/organisation/reason-codes.server'
import type { PageArgs } from '#app/web/page.server'
import { idParam } from '#app/web/params'

/** The record page, which the draft and the answer show again when they are refused. */
export async function loadRecord({ actor, db, today, params, form }: PageArgs) {
  const { asked, view, subject, draft } = await findRecordSeenBy(db, actor, idParam(params, 'id'))
  const ownDecision = mayDecideByDepartment(actor, asked, 'do')
  const writes = mayWriteDraft(actor, asked)
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
        ? {
            verdict: ownDecision,
            projects: ownDecision.ok ? await listProjectChoices(db, asked.proposalId, today) : [],
          }
        : null,
    reasons: writes.ok ? await listReasonCodes(db, 'difficult') : [],
    templates: writes.ok ? (await listTemplates(db, actor)).map(({ id, name }) => ({ id, name })) : [],
    form: await form(draft ? valuesOf(draft.text) : {}, draft?.version ?? 0),
    takeUpForm: await form(),
    extensions: await listExtensions(db, asked.id),
    reassignments: await listReassignments(db, asked.id),
  }
}

function valuesOf({ plannedOn, ...text }: ConsiderationText): Record<string, string> {
  return {
    ...Object.fromEntries(Object.entries(text).map(([name, value]) => [name, String(value ?? '')])),
    plannedOn: plannedOn === null ? '' : wareki(plannedOn),
  }
}
