import { type Day, dayOf, instantOf } from '#app/domain/calendar'
import { systemPersonId } from '#app/domain/organisation/actor'
import { expiryOf, savedBefore } from '#app/domain/organisation/draft-rule'
import { findDraftRule } from '#app/domain/organisation/draft-rules.server'
import * as practices from '#app/domain/practices/old-drafts.server'
import * as proposals from '#app/domain/proposals/old-drafts.server'
import { transact, type World } from '#app/domain/transact.server'
import type { Job } from '#app/jobs/scheduler.server'

/** A night's work; what is left is for the next. */
const most = { limit: 500 }

/**
 * Tells authors of drafts that nobody touched for long, and lets go of those whose day has come. Each draft is a
 * transaction of its own, which looks again whether somebody has kept it.
 */
export function expireDrafts(world: World): Job {
  return {
    name: 'expire-drafts',
    pattern: '11 4 * * *',
    atStart: true,
    async run() {
      const today = dayOf(instantOf(world.now()))
      await letGo(world, today)
      await warn(world, today)
    },
  }
}

async function letGo(world: World, today: Day): Promise<void> {
  for (const proposalId of await proposals.listExpiredDrafts(world.writer, today, most)) {
    await transact(world, systemPersonId, (ctx) => proposals.letDraftExpire(ctx, { proposalId }))
  }
  for (const practiceId of await practices.listExpiredDrafts(world.writer, today, most)) {
    await transact(world, systemPersonId, (ctx) => practices.letDraftExpire(ctx, { practiceId }))
  }
}

async function warn(world: World, today: Day): Promise<void> {
  const rule = await findDraftRule(world.writer)
  const before = savedBefore(rule, today)
  if (before === null) return
  const telling = { savedBefore: before, expiresOn: expiryOf(rule, today) }
  for (const proposalId of await proposals.listForgottenDrafts(world.writer, before, most)) {
    await transact(world, systemPersonId, (ctx) => proposals.warnOfExpiry(ctx, { proposalId, ...telling }))
  }
  for (const practiceId of await practices.listForgottenDrafts(world.writer, before, most)) {
    await transact(world, systemPersonId, (ctx) => practices.warnOfExpiry(ctx, { practiceId, ...telling }))
  }
}
