import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { smallTown } from '#tests/support/town.server'
import { freshWorld } from '#tests/support/world.server'
import { systemPersonId } from './actor'
import { importDepartments } from './departments.server'
import { bureausOf } from './heirs.server'

it('the bureau of a section that moves answers for what the old section was asked, from the day on', async () => {
  await using world = await freshWorld()
  const { departments } = await smallTown(world)
  const answering = async (day: string) => {
    const { rows } = await sql<{ id: number }>`
      select "id" from ${bureausOf(sql`select "id" from "departments" where "id" = ${departments.citizens}`, day)} as "b"
      order by "id"`.execute(world.reader)
    return rows.map(({ id }) => id)
  }
  expect(await answering('2026-06-01')).toEqual([departments.civic])

  await world.act(systemPersonId, (ctx) =>
    importDepartments(
      ctx,
      [
        {
          ...{ code: '030200', name: '窓口課', parentCode: '030000', kind: 'section' },
          ...{ validFrom: '2026-07-01', validTo: null },
        },
      ],
      [{ fromCode: '010100', toCode: '030200', effectiveOn: '2026-07-01', kind: 'rename' }],
    ),
  )
  expect(await answering('2026-06-30')).toEqual([departments.civic])
  expect(await answering('2026-07-01')).toEqual([departments.civic, departments.caring])
})
