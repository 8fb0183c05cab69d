import { expect, it } from 'vitest'
import { call } from '#tests/access/calling.server'
import { castParts, signAllIn } from '#tests/access/parts.server'
import type { Run } from '#tests/access/site'
import { addTemplate } from '#app/domain/proposals/answer-templates.server'
import { countStatements, statementsOfLoader } from '#tests/support/counted.server'
import { accepted } from '#tests/support/proposals.server'
import { answer, considerationsOf } from '#tests/support/reviews.server'
import { smallTown } from '#tests/support/town.server'
import { freshWorld } from '#tests/support/world.server'
import { loader as inboxLoader } from '../inbox'
import { action, loader } from './together'

const path = '/considerations/together'
const show = { name: `GET ${path}`, method: 'GET', path, run: loader as Run } as const
const send = { name: `POST ${path}`, method: 'POST', path, run: action as Run } as const
const list = '/considerations'
const inbox = { name: `GET ${list}`, method: 'GET', path: list, run: inboxLoader as Run } as const

const typed = {
  ...{ stance: 'difficult', reasonCode: 'budget', possibleWhen: '次の予算で認められたとき。' },
  grounds: '今年度の予算に含まれておらず、来年度の予算で考えるため。',
}

/** Two proposals to 市民課, shown to its head, who fills the form in. */
async function chosen() {
  const world = await freshWorld()
  const town = await smallTown(world)
  await signAllIn(world, await castParts(world, town))
  const records: number[] = []
  for (const title of ['番号札', '発券機']) {
    const proposalId = await accepted(world, town, { title })
    records.push((await considerationsOf(world, proposalId)).get(town.departments.citizens) ?? 0)
  }
  const query = `?${records.map((id) => `chosen=${id}`).join('&')}`
  const entries = Object.fromEntries(
    records.flatMap((id, at) => [
      [`entries[${at}].considerationId`, String(id)],
      [`entries[${at}].version`, '0'],
    ]),
  )
  const post = (form: Record<string, string>) =>
    call(world, send, { as: 'head', query, form: { formKey: 'k'.repeat(32), ...entries, ...form } })
  const answered = async () => {
    const rows = await world.reader
      .selectFrom('considerations')
      .select('id')
      .where('answeredAt', 'is not', null)
      .orderBy('id')
      .execute()
    return rows.map(({ id }) => id)
  }
  return { world, town, records, query, post, answered, [Symbol.asyncDispose]: () => world.close() }
}

it('is read once more before it goes out, then each record is answered, and sent twice answers once', async () => {
  await using story = await chosen()
  const { records, post, answered } = story
  const checked = await post(typed)
  expect(checked.status).toBe(200)
  expect(JSON.parse(checked.text)).toMatchObject({ checks: { stance: 'difficult', grounds: typed.grounds } })
  expect(await answered()).toEqual([])

  const back = await post({ ...typed, revise: '1' })
  expect(JSON.parse(back.text)).toMatchObject({ form: { values: typed } })
  for (const round of [1, 2]) {
    const sent = await post({ ...typed, checked: '1' })
    expect([sent.status, sent.location], `${round}`).toEqual([302, '/considerations?done=answeredTogether'])
  }
  expect(await answered()).toEqual(records)
})

it('says at the fields what is missing, and keeps what was typed', async () => {
  await using story = await chosen()
  const { status, text } = await story.post({ ...typed, grounds: '予算がない。', reasonCode: '' })
  expect(status).toBe(422)
  expect(JSON.parse(text)).toMatchObject({
    form: {
      values: { ...typed, grounds: '予算がない。', reasonCode: '' },
      errors: {
        reasonCode: ['困難な理由の区分を選んでください'],
        grounds: ['現時点では困難なときは、理由を20字以上で入力してください（今6字です）'],
      },
    },
  })
  expect(await story.answered()).toEqual([])
})

it('names what somebody else answered meanwhile, and answers the others', async () => {
  await using story = await chosen()
  const { world, town, records, query, post } = story
  const [first = 0, second = 0] = records
  await answer(world, town.people.takahashi, first)
  const shown = JSON.parse((await call(world, show, { as: 'head', query })).text)
  expect(shown).toMatchObject({
    open: [{ id: second, title: '発券機' }],
    closed: [{ id: first, title: '番号札', reason: 'この課はすでに回答しています。' }],
  })
  const { location } = await post({ ...typed, checked: '1' })
  expect(location).toBe(`/considerations?leftOut=${first}&done=answeredTogether`)
  const answered = await call(world, inbox, { as: 'head', query: `?leftOut=${first}&leftOut=999999` })
  expect(JSON.parse(answered.text)).toMatchObject({
    leftOut: { entries: [{ title: '番号札', reason: 'この課はすでに回答しています。' }], others: 1 },
  })
  expect(await story.answered()).toEqual([first, second])
})

it('begins with a wording of the department, which fills what is empty and changes nothing that is kept', async () => {
  await using story = await chosen()
  const { world, town, post } = story
  const { templateId } = await world.act(town.people.takahashi, (ctx) =>
    addTemplate(ctx, {
      ...{ departmentId: town.departments.citizens, name: '予算の要るもの', grounds: '予算が要ります。' },
      ...{ conditions: '', possibleWhen: '予算が認められたとき。', wordToProposer: '' },
    }),
  )
  const filled = await post({ grounds: '自分の文。', fill: '1', templateId: String(templateId) })
  expect(filled.status).toBe(200)
  expect(JSON.parse(filled.text)).toMatchObject({
    form: { values: { grounds: '自分の文。', possibleWhen: '予算が認められたとき。' } },
  })
  for (const gone of ['', '999999']) {
    const refused = await post({ grounds: '自分の文。', fill: '1', templateId: gone })
    expect(refused.status).toBe(422)
    expect(JSON.parse(refused.text)).toMatchObject({
      form: { values: { grounds: '自分の文。' }, errors: { templateId: [expect.any(String)] } },
    })
  }
  const texts = await world.reader.selectFrom('considerationAnswers').selectAll().execute()
  expect(texts).toEqual([])
})

it('sends whoever chose nothing back to the list, and knows what was chosen before signing in again', async () => {
  await using story = await chosen()
  const { world } = story
  const nothing = await call(world, show, { as: 'head' })
  expect([nothing.status, nothing.location]).toEqual([302, '/considerations?nothing=1'])
  const none = await call(world, send, { as: 'head', form: { ...typed, checked: '1' } })
  expect(none.status).toBe(422)
  expect(JSON.parse(none.text)).toMatchObject({
    form: { formErrors: ['回答する提案を1件以上選んでください'] },
  })
})

it('asks the database as often for many proposals as for two, and so does the list', async () => {
  await using story = await chosen()
  const { world, town, query } = story
  const few = [
    await countStatements(world, path, { as: 'head', query }),
    await countStatements(world, list, { as: 'head' }),
  ]
  const more: number[] = []
  for (let made = 0; made < 12; made += 1)
    more.push(
      (await considerationsOf(world, await accepted(world, town))).get(town.departments.citizens) ?? 0,
    )
  const longer = query + more.map((id) => `&chosen=${id}`).join('')
  const many = [
    await countStatements(world, path, { as: 'head', query: longer }),
    await countStatements(world, list, { as: 'head' }),
  ]
  expect(many).toEqual(few)
  expect(Math.max(...many)).toBeLessThanOrEqual(statementsOfLoader)
})
