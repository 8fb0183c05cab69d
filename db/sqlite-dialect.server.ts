import type { Database as Raw, Statement } from 'better-sqlite3'
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type LimitNode,
  SqliteAdapter,
  type SqliteDatabase as KyselySqlite,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type SqliteStatement,
  ValueNode,
} from 'kysely'

const STATEMENTS_KEPT = 500

/** Writing transactions begin IMMEDIATE: they wait for the lock at the start instead of failing in the middle. */
export function writerDialect(raw: Raw): Dialect {
  return dialectOf(() => new ImmediateDriver({ database: rememberingStatements(raw) }))
}

export function readerDialect(raw: Raw): Dialect {
  return dialectOf(() => new SqliteDriver({ database: rememberingStatements(raw) }))
}

function dialectOf(createDriver: () => SqliteDriver): Dialect {
  return {
    createDriver,
    createAdapter: () => new TransactionalAdapter(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new LimitingCompiler(),
  }
}

class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection) {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }
}

/** SQLite can undo DDL; said here so that a migration that is interrupted leaves nothing behind. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl() {
    return true
  }
}

/**
 * Limits are written out: SQLite looks at a bound one while it plans, and so plans the statement again whenever it is
 * carried out, which costs more than most of ours do.
 */
class LimitingCompiler extends SqliteQueryCompiler {
  protected override visitLimit(node: LimitNode) {
    const { limit } = node
    const isNumber = ValueNode.is(limit) && typeof limit.value === 'number'
    super.visitLimit(isNumber ? { ...node, limit: ValueNode.createImmediate(limit.value) } : node)
  }
}

/** Kysely prepares every statement anew, which costs more than running it; this keeps the ones in use prepared. */
function rememberingStatements(raw: Raw): KyselySqlite {
  const kept = new Map<string, SqliteStatement>()

  function prepare(text: string): SqliteStatement {
    const statement = raw.prepare<unknown[]>(text)
    // The columns of what was asked before may be others now.
    if (/^\s*(create|alter|drop)\b/i.test(text)) kept.clear()
    const lasts = statement.readonly || /^(insert|update|delete)/i.test(text)
    const wrapped = statement.reader ? withQuickRows(statement) : statement
    if (lasts) {
      const oldest = kept.size >= STATEMENTS_KEPT ? kept.keys().next().value : undefined
      if (oldest !== undefined) kept.delete(oldest)
      kept.set(text, wrapped)
    }
    return wrapped
  }

  return { prepare: (text) => kept.get(text) ?? prepare(text), close: () => void raw.close() }
}

/**
 * better-sqlite3 looks up the name of every column again for every row and gives objects that V8 reads slowly. Cells
 * without names cost it a third, and named here the rows of a statement have one shape.
 */
function withQuickRows(statement: Statement<unknown[]>): SqliteStatement {
  const names = statement.columns().map(({ name }) => name)
  const cells = statement.raw() as Statement<unknown[], unknown[]>
  const named = (row: readonly unknown[]) => {
    const object: Record<string, unknown> = {}
    for (let place = 0; place < names.length; place += 1) object[names[place] as string] = row[place]
    return object
  }
  return {
    reader: true,
    all: (parameters) => cells.all(parameters).map(named),
    run: (parameters) => cells.run(parameters),
    *iterate(parameters) {
      for (const row of cells.iterate(parameters)) yield named(row)
    },
  }
}
