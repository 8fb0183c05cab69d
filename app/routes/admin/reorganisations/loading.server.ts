import type { Day } from '#app/domain/calendar'
import type { Db } from '#app/domain/context'
import { NotFound } from '#app/domain/errors'
import type { Actor } from '#app/domain/organisation/actor'
import { mayKeepOrganisation } from '#app/domain/organisation/policy'
import { isValidOn } from '#app/domain/organisation/validity'
import { findReorganisation } from '#app/domain/reorganisation/lookup.server'
import type { Reorganisation } from '#app/domain/reorganisation/reorganisation'
import { findSurroundings } from '#app/domain/reorganisation/surroundings.server'
import { idParam } from '#app/web/params'

interface Asked {
  readonly actor: Actor
  readonly db: Db
  readonly params: Readonly<Record<string, string | undefined>>
}

/** To whoever may not keep the organisation these pages do not exist. */
export async function loadReorganisation({ actor, db, params }: Asked): Promise<Reorganisation> {
  if (!mayKeepOrganisation(actor).ok) throw new NotFound()
  return findReorganisation(db, idParam(params, 'id'))
}

/** What a line can be chosen from: the departments of the day, and the bureaus with those that the plan founds. */
export async function listLineChoices(db: Db, plan: Reorganisation, today: Day) {
  const { departments } = await findSurroundings(db, plan, today)
  const there = [...departments.values()].filter((one) => isValidOn(one, plan.effectiveOn))
  const bureauName = (id: number | null) => (id === null ? '' : `${departments.get(id)?.name ?? ''}　`)
  const founded = plan.lines.flatMap(({ laters }) =>
    laters.filter(({ isNew, parentCode }) => isNew && parentCode === null),
  )
  return {
    departments: there.map(({ id, name, parentId }) => ({
      value: String(id),
      label: `${bureauName(parentId)}${name}`,
    })),
    bureaus: [...there.filter(({ kind }) => kind === 'bureau'), ...founded].map(({ code, name }) => ({
      value: code,
      label: name,
    })),
  }
}
