import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { z } from 'zod'
import { type Command, onlyArgument } from '#app/commands/command'
import { subject } from '#app/domain/accounts/forms.server'
import { linkSubjects } from '#app/domain/accounts/linking-list.server'
import { systemPersonId } from '#app/domain/organisation/actor'
import { transact } from '#app/domain/transact.server'
import { cell, decodeCsv, readCsv } from '#app/domain/transfer/csv.server'
import { openTown } from '#app/server/town'

/** A list for the whole town: who each employee is to the identity provider. */
const Line = z.object({ employeeNumber: cell, subject: cell.pipe(subject) })

/** `link FILE.csv` with the columns employeeNumber and subject, all or nothing. */
export const run: Command = async (args, config) => {
  const file = onlyArgument(args, 'link ファイル.csv')
  const { provider } = config
  if (!provider) throw new Error('OIDC_ISSUER など、サーバーを動かすときと同じ環境変数を指定してください。')
  const name = basename(file)
  const lines = readCsv(name, decodeCsv(name, read(file)), Line)
  const town = await openTown(config)
  try {
    const world = { writer: town.connections.writer, seal: town.seal, now: () => new Date() }
    const list = { issuer: provider.issuer.href, lines }
    const { linked, unchanged } = await transact(world, systemPersonId, (ctx) => linkSubjects(ctx, list))
    console.log(`ひも付けました: ${linked}人（変更なし ${unchanged}人）`)
  } finally {
    await town.close()
  }
}

function read(file: string): Buffer {
  try {
    return readFileSync(file)
  } catch {
    throw new Error(`${file} を読めません。`)
  }
}
