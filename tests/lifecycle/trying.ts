import { expect } from 'vitest'
import { ChangedMeanwhile, NotFound, NotPermitted, RuleBroken } from '#app/domain/errors'
import type { EventKind } from '#app/domain/events/event'
import type { TestWorld } from '#tests/support/world.server'
import { nameOf } from './cast'
import { diceOf } from './dice'
import {
  type Attempt,
  type Model,
  type PracticeModel,
  type ProposalModel,
  type Scene,
  todayOf,
} from './model'
import { readsPractice, readsProposal } from './reading'

export type Matter = ProposalModel | PracticeModel

/** What one person sees before trying something with it. */
export async function sceneOf(
  model: Model,
  world: TestWorld,
  by: number,
  seed: number,
  on?: Matter,
): Promise<Scene> {
  const seen = on ? await versionsOf(world, on) : { version: 0, implementation: 0 }
  return {
    ...{ model, by, seen, today: todayOf(model), dice: diceOf(seed) },
    text: (label) => `${label}「${(model.texts += 1)}」${oddities[model.texts % oddities.length]}`,
  }
}

/** Tries it, and insists that it is accepted or refused as the model says, with nothing said but what happened. */
export async function tryOut(
  model: Model,
  world: TestWorld,
  what: { readonly name: string; readonly by: number; readonly on?: Matter },
  attempt: Attempt,
): Promise<boolean> {
  const before = await lastSeq(world)
  const outcome = await outcomeOf(world.act(what.by, attempt.perform))
  const wanted = attempt.allowed ? 'accepted' : 'refused'
  const words = `${nameOf(model.cast, what.by)}: ${what.name} at ${what.on?.stage ?? 'the beginning'}`
  expect(outcome.refusal ? `refused` : 'accepted', `${words} (${String(outcome.refusal)})`).toBe(wanted)
  insistOnDomainError(model, what, outcome.refusal)
  const said = attempt.allowed ? attempt.accepted(outcome.value) : []
  expect(await saidSince(world, before), words).toEqual(said.sort())
  if (what.on) await insistOnStage(world, model, what.on)
  return attempt.allowed
}

/** A refusal is a sentence to a person; a hidden matter is refused as a missing one. */
export function insistOnDomainError(
  model: Model,
  { name, by, on }: { readonly name: string; readonly by: number; readonly on?: Matter },
  refusal: unknown,
): void {
  if (refusal === null) return
  const known = [NotFound, NotPermitted, RuleBroken, ChangedMeanwhile]
  if (!known.some((kind) => refusal instanceof kind)) throw refusal
  // These look first at what was typed or at who asks, or know the matter by a key of its own.
  const askOtherwise = [
    'report',
    'notify',
    'takeUp',
    'writeDraft',
    'answer',
    'schedule',
    'gather',
    'bringBack',
  ]
  if (on && !askOtherwise.includes(name) && !reads(model, on, by))
    expect(refusal, name).toBeInstanceOf(NotFound)
}

export function reads(model: Model, on: Matter, personId: number): boolean {
  const today = todayOf(model)
  return isProposal(on)
    ? readsProposal(model, on, personId, today)
    : readsPractice(model, on, personId, today)
}

export function isProposal(on: Matter): on is ProposalModel {
  return 'considerations' in on
}

/** What a promise came to; a refusal is null when there was none. */
export async function outcomeOf<T>(trying: Promise<T>): Promise<{ value?: T; refusal: unknown }> {
  return trying.then(
    (value) => ({ value, refusal: null }),
    (refusal: unknown) => ({ refusal }),
  )
}

export async function lastSeq({ reader }: TestWorld): Promise<number> {
  const row = await reader
    .selectFrom('events')
    .select('seq')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.seq ?? 0
}

export async function saidSince({ reader }: TestWorld, seq: number): Promise<EventKind[]> {
  const rows = await reader.selectFrom('events').select('kind').where('seq', '>', seq).execute()
  return rows.map(({ kind }) => kind as EventKind).sort()
}

async function insistOnStage(world: TestWorld, model: Model, on: Matter): Promise<void> {
  const isThere = isProposal(on) ? model.proposals.includes(on) : model.practices.includes(on)
  const stored = await world.reader
    .selectFrom(isProposal(on) ? 'proposals' : 'practices')
    .select('stage')
    .where('id', '=', on.id)
    .executeTakeFirst()
  expect(stored?.stage).toBe(isThere ? on.stage : undefined)
}

async function versionsOf({ reader }: TestWorld, on: Matter): Promise<Scene['seen']> {
  const text = await reader
    .selectFrom(isProposal(on) ? 'proposals' : 'practices')
    .select('version')
    .where('id', '=', on.id)
    .executeTakeFirstOrThrow()
  const carriedOut =
    isProposal(on) &&
    (await reader
      .selectFrom('implementations')
      .select('version')
      .where('proposalId', '=', on.id)
      .executeTakeFirst())
  return { version: text.version, implementation: carriedOut ? carriedOut.version : 0 }
}

/** Endings that must come back as they went in. */
const oddities = ['', ' 髙𠮷邊', '👨‍👩‍👧', '"\'; --', '\n二行目', '<b>&amp;', '％_\\', 'ｶﾞが']
