import {
  type Compilable,
  type CompiledQuery,
  type KyselyPlugin,
  OperationNodeTransformer,
  type PrimitiveValueListNode,
  ValueListNode,
  ValueNode,
} from 'kysely'
import type { Db } from './context'

type Value = string | number | boolean | null | undefined
type Values = Readonly<Record<string, Value | readonly (string | number)[]>>

/**
 * A statement that is put into words once: for what every visit of a page asks, wording it anew costs more than
 * answering it. Texts and numbers go in through holes, so `write` passes them on and never looks at them. What may
 * change the words (null, undefined, true, false, the length of a list) it does see, and each such shape is worded
 * for itself; keep them few. What is the same at every visit is written out in the statement.
 */
export function worded<Given extends Values, Row>(write: (db: Db, values: Given) => Compilable<Row>) {
  const wordings = new WeakMap<object, Map<string, CompiledQuery<Row>>>()

  return async (db: Db, values: Given): Promise<Row[]> => {
    const shape = shapeOf(values)
    const known = wordingsOn(db, wordings)
    let statement = known.get(shape)
    if (!statement)
      known.set(shape, (statement = write(db.withPlugin(writingOut), withHoles(values)).compile()))
    const parameters = statement.parameters.map((part) =>
      part instanceof Hole ? part.filledFrom(values) : part,
    )
    return (await db.executeQuery<Row>({ ...statement, parameters })).rows
  }
}

/** The two databases word it differently; a transaction words it like the connection that it began on. */
function wordingsOn<Row>(db: Db, wordings: WeakMap<object, Map<string, CompiledQuery<Row>>>) {
  const { adapter } = db.getExecutor()
  let known = wordings.get(adapter)
  if (!known) wordings.set(adapter, (known = new Map()))
  return known
}

function shapeOf(values: Values): string {
  let shape = ''
  for (const [name, value] of Object.entries(values)) {
    shape += `${name} ${Array.isArray(value) ? value.length : isFilledIn(value) ? '_' : String(value)} `
  }
  return shape
}

function withHoles<Given extends Values>(values: Given): Given {
  const holed = Object.entries(values).map(([name, value]) => [
    name,
    Array.isArray(value)
      ? value.map((_, place) => new Hole((given) => (given[name] as readonly unknown[])[place]))
      : isFilledIn(value)
        ? new Hole((given) => given[name])
        : value,
  ])
  return Object.fromEntries(holed) as Given
}

function isFilledIn(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number'
}

/** Stands where a value will stand. Whoever looks at it instead of passing it on is told so. */
class Hole {
  readonly filledFrom: (values: Values) => unknown

  constructor(filledFrom: (values: Values) => unknown) {
    this.filledFrom = filledFrom
  }

  [Symbol.toPrimitive](): never {
    throw new Error('A statement that is worded once may not depend on this value')
  }
}

/**
 * A word that stands behind a question mark is a word that SQLite may look at while it plans, to see whether an index of
 * some rows (`where "stage" = 'draft'`) will do; from then on it plans the statement again whenever it is carried out.
 */
class WritingOut extends OperationNodeTransformer {
  protected override transformValue({ value }: ValueNode): ValueNode {
    return writtenOut(value)
  }

  protected override transformPrimitiveValueList({ values }: PrimitiveValueListNode): PrimitiveValueListNode {
    // Compiled by its kind, whatever list it stands for.
    return ValueListNode.create(values.map(writtenOut)) as never
  }
}

function writtenOut(value: unknown): ValueNode {
  return value instanceof Hole ? ValueNode.create(value) : ValueNode.createImmediate(value)
}

const transformer = new WritingOut()
const writingOut: KyselyPlugin = {
  transformQuery: ({ node, queryId }) => transformer.transformNode(node, queryId),
  transformResult: async ({ result }) => result,
}
