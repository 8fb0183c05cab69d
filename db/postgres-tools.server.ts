import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)
const mostOutput = 64 * 1024 * 1024

/**
 * Runs one of PostgreSQL's own programs on the database of the address, and returns what it prints. The password goes
 * by the environment, since everybody on the machine can read arguments. Throws a sentence for the operator.
 */
export async function runPostgresTool(
  tool: 'pg_dump' | 'pg_restore',
  args: readonly string[],
  url?: string,
): Promise<string> {
  const { address, password } = url === undefined ? {} : parts(url)
  try {
    const { stdout } = await run(tool, [...args, ...(address ? ['--dbname', address] : [])], {
      env: { ...process.env, ...(password && { PGPASSWORD: password }) },
      maxBuffer: mostOutput,
    })
    return stdout
  } catch (error) {
    throw new Error(sentenceOf(tool, error as NodeJS.ErrnoException & { stderr?: string }), { cause: error })
  }
}

function parts(url: string): { address: string; password: string } {
  const address = new URL(url)
  const password = decodeURIComponent(address.password)
  address.password = ''
  return { address: address.href, password }
}

function sentenceOf(tool: string, { code, stderr }: NodeJS.ErrnoException & { stderr?: string }): string {
  if (code === 'ENOENT') {
    return `${tool} が見つかりません。サーバーと同じか新しい版の PostgreSQL クライアントを入れて PATH に加えるか、pgBackRest などの手順で行ってください。`
  }
  return `${tool} が失敗しました。\n${stderr ?? ''}`.trim()
}
