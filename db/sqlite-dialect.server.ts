import type { Database as Raw, Statement } from 'better-sqlite3'
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  SqliteAdapter,
  type SqliteDatabase as KyselySqlite,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
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
    createQueryCompiler: () => new SqliteQueryCompiler(),
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

/** Kysely prepares every statement anew, which costs more than running it; this keeps the ones in use prepared. */
function rememberingStatements(raw: Raw): KyselySqlite {
  const kept = new Map<string, Statement>()

  function prepare(text: string): Statement {
    const statement = raw.prepare(text)
    if (statement.readonly || /^(insert|update|delete)/i.test(text)) {
      const oldest = kept.size >= STATEMENTS_KEPT ? kept.keys().next().value : undefined
      if (oldest !== undefined) kept.delete(oldest)
      kept.set(text, statement)
    }
    return statement
  }

  return { prepare: (text) => kept.get(text) ?? prepare(text), close: () => void raw.close() }
}
