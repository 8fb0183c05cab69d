import { readFileSync } from 'node:fs'
import { ConfigError, type Environment, isLoopback } from '#app/server/config'
import type { Provider } from '#app/web/provider.server'

/**
 * The identity provider for single sign-on, off where no OIDC_ISSUER is named. It is asked for its addresses only when
 * somebody signs in, so that the server starts while it is down. Throws ConfigError.
 */
export function parseProvider(env: Environment, publicOrigin: URL | undefined): Provider | undefined {
  if (!env.OIDC_ISSUER) {
    const stray = names.find((name) => env[name])
    if (!stray) return undefined
    throw new ConfigError(`${stray} が指定されていますが、OIDC_ISSUER がありません。両方を指定してください。`)
  }
  if (!publicOrigin) {
    throw new ConfigError(
      'OIDC_ISSUER を使うときは、PUBLIC_ORIGIN を指定してください。認証基盤に登録する戻り先になります。',
    )
  }
  return {
    issuer: parseIssuer(env.OIDC_ISSUER),
    clientId: required(env, 'OIDC_CLIENT_ID'),
    clientSecret: readSecret(env),
    subjectClaim: parseClaim(env, 'OIDC_SUBJECT_CLAIM') ?? 'sub',
    numberClaim: parseClaim(env, 'OIDC_NUMBER_CLAIM'),
    label: env.OIDC_LABEL || '庁内アカウント',
    publicOrigin,
    patience,
  }
}

/** A person is waiting. */
const patience = 5

const names = [
  'OIDC_CLIENT_ID',
  'OIDC_CLIENT_SECRET',
  'OIDC_CLIENT_SECRET_FILE',
  'OIDC_SUBJECT_CLAIM',
  'OIDC_NUMBER_CLAIM',
  'OIDC_LABEL',
] as const

function parseIssuer(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname))
  if (!url || !isSafe || url.search || url.hash || url.username || url.pathname.includes('/.well-known/')) {
    throw new ConfigError(
      `OIDC_ISSUER は https://login.example.lg.jp/realms/town のように、認証基盤の発行者（issuer）をそのまま指定してください（いまは「${text}」）。`,
    )
  }
  // Accounts of other organisations would come in by these.
  if (/^\/(common|organizations|consumers)(\/|$)/.test(url.pathname)) {
    throw new ConfigError(
      'OIDC_ISSUER には、common などではなく、自分の市のテナントIDを入れた発行者を指定してください。',
    )
  }
  return url
}

function readSecret(env: Environment): string {
  const { OIDC_CLIENT_SECRET: secret, OIDC_CLIENT_SECRET_FILE: file } = env
  if (secret && file) {
    throw new ConfigError(
      'OIDC_CLIENT_SECRET と OIDC_CLIENT_SECRET_FILE は、どちらか一方を指定してください。',
    )
  }
  if (!file) return required(env, 'OIDC_CLIENT_SECRET')
  const read = readFile(file).trim()
  if (read === '') throw new ConfigError(`OIDC_CLIENT_SECRET_FILE の ${file} が空です。`)
  return read
}

function readFile(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    throw new ConfigError(`OIDC_CLIENT_SECRET_FILE の ${file} を読めません。`)
  }
}

function required(env: Environment, name: (typeof names)[number]): string {
  const text = env[name]
  if (text) return text
  throw new ConfigError(`OIDC_ISSUER を使うときは、${name} も指定してください。`)
}

function parseClaim(env: Environment, name: 'OIDC_SUBJECT_CLAIM' | 'OIDC_NUMBER_CLAIM'): string | undefined {
  const text = env[name]
  if (!text || /^[\w.:/-]{1,100}$/.test(text)) return text || undefined
  throw new ConfigError(`${name} には、IDトークンの項目の名前を指定してください（いまは「${text}」）。`)
}
