import { index, layout, route, type RouteConfig } from '@remix-run/route-config'

/** THE SITE MAP, top to bottom. Addresses are written once more, as functions, in web/paths.ts. */
const pages = [
  // --- everybody
  index('routes/home.tsx'),
  route('help', 'routes/help.tsx'),
  route('accessibility', 'routes/accessibility.tsx'),
  route('*', 'routes/not-found.tsx'),
  // --- account
  route('sign-in', 'routes/sign-in.tsx'),
  route('sign-out', 'routes/sign-out.tsx'),
  route('account', 'routes/account/account.tsx'),
  route('account/password', 'routes/account/password.tsx'),
  route('account/other-sessions', 'routes/account/other-sessions.tsx'),
  // --- contributions, practices
  route('contributions', 'routes/contributions.tsx'),
  route('practices/new', 'routes/practices/write.tsx', { id: 'practice-new' }),
  route('practices/new/kept', 'routes/practices/keep.tsx', { id: 'practice-new-kept' }),
  route('practices/new/draft', 'routes/practices/draft.tsx', { id: 'practice-new-draft' }),
  route('practices/to-confirm', 'routes/practices/to-confirm.tsx'),
  route('practices/:id', 'routes/practices/practice.tsx'),
  route('practices/:id/edit', 'routes/practices/write.tsx'),
  route('practices/:id/kept', 'routes/practices/keep.tsx'),
  route('practices/:id/draft', 'routes/practices/draft.tsx'),
  route('practices/:id/check', 'routes/practices/check.tsx'),
  route('practices/:id/discard', 'routes/practices/discard.tsx'),
  route('practices/:id/confirmation', 'routes/practices/confirmation.tsx'),
  route('practices/:id/return', 'routes/practices/return.tsx'),
  // --- proposals: authors
  route('proposals', 'routes/proposals/proposals.tsx'),
  route('proposals/new', 'routes/proposals/new.tsx'),
  route('proposals/draft', 'routes/proposals/new-draft.tsx'),
  route('proposals/:id', 'routes/proposals/proposal.tsx'),
  route('proposals/:id/print', 'routes/proposals/print.tsx'),
  route('proposals/:id/edit', 'routes/proposals/edit.tsx'),
  route('proposals/:id/draft', 'routes/proposals/draft.tsx'),
  route('proposals/:id/check', 'routes/proposals/check.tsx'),
  route('proposals/:id/discard', 'routes/proposals/discard.tsx'),
  route('proposals/:id/leave', 'routes/proposals/leave.tsx'),
  route('proposals/:id/withdrawal', 'routes/proposals/withdrawal.tsx'),
  route('proposals/:id/resubmission', 'routes/proposals/resubmission.tsx'),
  // --- proposals: secretariat
  route('proposals/intake', 'routes/proposals/intake.tsx'),
  route('proposals/ledger', 'routes/proposals/ledger.tsx'),
  route('proposals/ledger/csv', 'routes/proposals/ledger-csv.tsx'),
  route('proposals/:id/acceptance', 'routes/proposals/acceptance.tsx'),
  route('proposals/:id/return', 'routes/proposals/return.tsx'),
  route('proposals/:id/refusal', 'routes/proposals/refusal.tsx'),
  route('proposals/:id/information', 'routes/proposals/information.tsx'),
  route('proposals/:id/merger', 'routes/proposals/merger.tsx'),
  route('proposals/:id/merger/undo', 'routes/proposals/merger-undo.tsx'),
  route('proposals/:id/authors', 'routes/proposals/authors.tsx'),
  // --- considerations
  route('considerations', 'routes/considerations/inbox.tsx'),
  route('considerations/:id', 'routes/considerations/consideration.tsx'),
  route('considerations/:id/print', 'routes/considerations/print.tsx'),
  route('considerations/:id/take-up', 'routes/considerations/take-up.tsx'),
  route('considerations/:id/draft', 'routes/considerations/draft.tsx'),
  route('considerations/:id/answer', 'routes/considerations/answer.tsx'),
  // --- committee, council, notices
  route('committee', 'routes/committee/triage.tsx'),
  route('proposals/:id/decision', 'routes/proposals/decision.tsx'),
  route('proposals/:id/question', 'routes/proposals/question.tsx'),
  route('proposals/:id/hold', 'routes/proposals/hold.tsx'),
  route('proposals/:id/referral', 'routes/proposals/referral.tsx'),
  route('proposals/:id/council-outcome', 'routes/proposals/council-outcome.tsx'),
  route('notices', 'routes/notices/notices.tsx'),
  route('notices/check', 'routes/notices/check.tsx'),
  route('proposals/:id/closure', 'routes/proposals/closure.tsx'),
  // --- implementation
  route('proposals/:id/implementation/start', 'routes/proposals/implementation/start.tsx'),
  route('proposals/:id/implementation/report', 'routes/proposals/implementation/report.tsx'),
  route('proposals/:id/implementation/completion', 'routes/proposals/implementation/completion.tsx'),
  route('proposals/:id/implementation/abandonment', 'routes/proposals/implementation/abandonment.tsx'),
  route('proposals/:id/implementation/reversal', 'routes/proposals/implementation/reversal.tsx'),
  route('proposals/:id/implementation/verification', 'routes/proposals/implementation/verification.tsx'),
  // --- library
  route('improvements', 'routes/improvements/improvements.tsx'),
  route('improvements/download', 'routes/improvements/download.tsx'),
  route('improvements/:id', 'routes/improvements/improvement.tsx'),
  // --- indicators, departments, projects
  route('indicators', 'routes/indicators/indicators.tsx'),
  route('indicators/csv', 'routes/indicators/csv.tsx'),
  route('indicators/projects', 'routes/indicators/projects.tsx'),
  route('departments/:id', 'routes/departments/department.tsx'),
  route('projects/:id', 'routes/projects/project.tsx'),
  // --- notifications
  route('notifications', 'routes/notifications/inbox.tsx'),
  route('notifications/read', 'routes/notifications/read.tsx'),
  route('notifications/:id/open', 'routes/notifications/open.tsx'),
] satisfies RouteConfig

export default [layout('routes/layout.tsx', pages)] satisfies RouteConfig
