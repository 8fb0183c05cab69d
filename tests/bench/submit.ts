import { openDatabase } from '#db/connect.server'
import { visitorWith } from '#tests/support/visitor'
import { quantile } from './drive'
import type { Served } from './served'

export interface Submitted {
  readonly cpuMs: number
  readonly databaseCpuMs: number
  readonly p50: number
  readonly p95: number
  readonly statements: number
}

/** Writes drafts, opens each one's check page, and then hands them in one after the other: the last step alone is timed. */
export async function timeSubmissions(town: Served, amount: number): Promise<Submitted> {
  const visitor = visitorWith(town.server.origin, town.cookies.employee)
  const targetIds = String(await findTarget(town))
  const checked: { path: string; fields: Record<string, string> }[] = []
  for (let place = 0; place < amount; place += 1) {
    const draft = await visitor.post('/proposals/new', {
      ...(await visitor.fieldsOf('/proposals/new')),
      ...{ title: `届出の窓口をひとつにする（${place}）`, targetIds, ...texts },
      ...{ nameDisclosure: 'hiddenDuringReview', willingness: 'together' },
    })
    const path = draft.headers.get('location') ?? ''
    if (!path.endsWith('/check')) throw new Error(`A draft was not taken: ${draft.status} ${path}`)
    checked.push({ path, fields: await visitor.fieldsOf(path) })
  }
  const times: number[] = []
  let statements = 0
  const before = { app: town.app.cpuMs(), database: town.database.cpuMs() }
  for (const { path, fields } of checked) {
    const started = performance.now()
    const answer = await visitor.post(path, fields)
    times.push(performance.now() - started)
    statements = Number(answer.headers.get('x-sql-statements'))
    if (answer.status !== 302) throw new Error(`A proposal was not taken: ${answer.status}`)
  }
  return {
    cpuMs: (town.app.cpuMs() - before.app) / amount,
    databaseCpuMs: (town.database.cpuMs() - before.database) / amount,
    p50: quantile(times, 0.5),
    p95: quantile(times, 0.95),
    statements,
  }
}

async function findTarget({ databaseUrl }: Served): Promise<number> {
  const connections = openDatabase(databaseUrl)
  const section = connections.reader.selectFrom('departments').select('id').where('kind', '=', 'section')
  const { id } = await section.where('validTo', 'is', null).orderBy('code').executeTakeFirstOrThrow()
  await connections.close()
  return id
}

const texts = {
  currentSituation:
    '転入の届出をした方は、国民健康保険、児童手当、水道など、四つの窓口で同じ住所と氏名を書いています。書き直しや並び直しが一日に何度もあり、混み合う三月と四月には待ち時間が一時間を超えます。',
  proposal:
    '最初の窓口で聞き取った内容を印刷し、次の窓口では署名だけをお願いします。順番と場所を一枚の案内にまとめ、どの課でも同じものをお渡しします。',
  expectedEffect: '一件あたり十分ほど短くなり、年間三千件として五百時間の待ち時間がなくなります。',
}
