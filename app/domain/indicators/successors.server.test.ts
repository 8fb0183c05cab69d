import { expect, it } from 'vitest'
import { importProjects } from '#app/domain/projects/registry.server'
import { confirmed } from '#tests/support/practices.server'
import { smallTown } from '#tests/support/town.server'
import { freshWorld } from '#tests/support/world.server'
import { listDepartmentShares } from './attainment.server'
import { listEvidence } from './project-evidence.server'

const line = (code: string, name: string) => ({
  ...{ code, name, departmentCode: '010100', measureCode: null, measureName: null },
  ...{ inScope: 1 as const, excludedReason: null, predecessorCode: null },
})

it('an improvement for a project that was merged counts, once, for the one it was merged into', async () => {
  await using world = await freshWorld('2026-06-01T09:00:00+09:00')
  const town = await smallTown(world)
  await world.writer
    .deleteFrom('projectYears')
    .where('fiscalYear', '=', 2026)
    .where('projectId', '=', town.projects.counter)
    .execute()
  await world.act(0, (ctx) =>
    importProjects(
      ctx,
      2026,
      [line('101010001', '証明書交付事業')],
      [{ fromCode: '101010002', toCode: '101010001', kind: 'merged' }],
    ),
  )
  await confirmed(world, town, { projectIds: [town.projects.counter, town.projects.certificates] })
  const { evidence } = await listEvidence(world.reader, town.projects.certificates, 2026)
  expect(evidence).toMatchObject([{ title: '窓口に番号札を置く', basisOn: '2026-05-20', kind: 'practice' }])
  const [citizens] = await listDepartmentShares(world.reader, 2026, '2026-06-01')
  expect(citizens).toMatchObject({ departmentName: '市民課', numerator: 1, denominator: 2 })
})
