import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Claims = Readonly<Record<string, unknown>>

/** What is wrong with it, for a while. */
export interface Mischief {
  /** Changes what the token says. */
  readonly claims?: (claims: Claims) => Claims
  /** Signs with a key of its own, or not at all. */
  readonly signature?: 'foreign' | 'none'
  /** Changes the address to which the browser is sent back. */
  readonly answer?: (back: URL) => void
  /** The token endpoint breaks, or says nothing until the server stops. */
  readonly tokens?: 'broken' | 'silent'
  /** Changes what it says about itself. */
  readonly metadata?: (metadata: Claims) => Claims
}

export interface IdentityProvider {
  readonly issuer: string
  /** Who is signed in there: the claims beside those that every token has. */
  person: Claims
  mischief: Mischief
  /** How often a code was exchanged, or tried to be. */
  readonly exchanges: number
  /** The codes and tokens that went out: none of them may be found in any log. */
  readonly secrets: readonly string[]
  stop(): Promise<void>
}

interface Grant {
  readonly nonce: string
  readonly challenge: string
  readonly redirectUri: string
}

const newKeys = () => generateKeyPairSync('rsa', { modulusLength: 2048 })
let foreign: KeyObject | undefined
/** Made when it is asked for, which is seldom: it takes a while. */
const keyOfSomebodyElse = () => (foreign ??= newKeys().privateKey)

export const clientId = 'kaizen'
export const clientSecret = 'a secret of the tests'

/**
 * A small identity provider (OpenID Connect, authorization code with PKCE) that signs everybody in without asking. By
 * itself it is as strict as a good one: a code is for one exchange, by the client it was made for, with its verifier.
 */
export async function startIdentityProvider(): Promise<IdentityProvider> {
  const own = newKeys()
  const grants = new Map<string, Grant>()
  const secrets: string[] = []
  const open = new Set<ServerResponse>()
  const state = { person: { sub: 'nobody' } as Claims, mischief: {} as Mischief, exchanges: 0 }
  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}/realms/town`

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '', issuer)
    switch (url.pathname.replace('/realms/town', '')) {
      case '/.well-known/openid-configuration':
        return json(response, state.mischief.metadata?.(metadata(issuer)) ?? metadata(issuer))
      case '/keys':
        return json(response, {
          keys: [{ ...own.publicKey.export({ format: 'jwk' }), kid: 'own', alg: 'RS256', use: 'sig' }],
        })
      case '/authorize':
        return authorize(url, response)
      case '/token':
        return exchange(new URLSearchParams(await bodyOf(request)), response)
      case '/logout':
        return page(response, 'signed out there')
      default:
        return json(response, {}, 404)
    }
  }

  function authorize({ searchParams: asked }: URL, response: ServerResponse): void {
    const back = new URL(asked.get('redirect_uri') ?? '')
    const isProper =
      asked.get('client_id') === clientId &&
      asked.get('response_type') === 'code' &&
      asked.get('code_challenge_method') === 'S256' &&
      asked.get('scope')?.split(' ').includes('openid')
    if (!isProper) return json(response, { error: 'invalid_request' }, 400)
    const code = keep(randomBytes(24).toString('base64url'))
    grants.set(code, {
      nonce: asked.get('nonce') ?? '',
      challenge: asked.get('code_challenge') ?? '',
      redirectUri: back.href,
    })
    back.searchParams.set('code', code)
    back.searchParams.set('state', asked.get('state') ?? '')
    back.searchParams.set('iss', issuer)
    state.mischief.answer?.(back)
    response.writeHead(302, { location: back.href }).end()
  }

  function exchange(form: URLSearchParams, response: ServerResponse): void {
    state.exchanges += 1
    if (state.mischief.tokens === 'silent') return void open.add(response)
    if (state.mischief.tokens === 'broken') return page(response, 'out of order', 502)
    const isClient = form.get('client_id') === clientId && form.get('client_secret') === clientSecret
    if (!isClient) return json(response, { error: 'invalid_client' }, 401)
    const code = form.get('code') ?? ''
    const grant = grants.get(code)
    grants.delete(code)
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url')
    if (!grant || grant.challenge !== challenge || grant.redirectUri !== form.get('redirect_uri')) {
      return json(response, { error: 'invalid_grant' }, 400)
    }
    const idToken = keep(tokenFor(grant.nonce))
    json(response, {
      access_token: keep(randomBytes(24).toString('hex')),
      token_type: 'Bearer',
      id_token: idToken,
    })
  }

  function tokenFor(nonce: string): string {
    const now = Math.floor(Date.now() / 1000)
    const claims = { iss: issuer, aud: clientId, iat: now, exp: now + 300, nonce, ...state.person }
    const { signature } = state.mischief
    const key = signature === 'foreign' ? keyOfSomebodyElse() : signature === 'none' ? null : own.privateKey
    return jwt(state.mischief.claims?.(claims) ?? claims, key)
  }

  function keep(secret: string): string {
    secrets.push(secret)
    return secret
  }

  return {
    ...{ issuer, secrets },
    get person() {
      return state.person
    },
    set person(person) {
      state.person = person
    },
    get mischief() {
      return state.mischief
    },
    set mischief(mischief) {
      state.mischief = mischief
    },
    get exchanges() {
      return state.exchanges
    },
    async stop() {
      for (const response of open) response.destroy()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function metadata(issuer: string): Claims {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/keys`,
    end_session_endpoint: `${issuer}/logout`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    code_challenge_methods_supported: ['S256'],
    authorization_response_iss_parameter_supported: true,
  }
}

/** Unsigned without a key. */
function jwt(claims: Claims, key: KeyObject | null): string {
  const header = key ? { alg: 'RS256', kid: 'own' } : { alg: 'none' }
  const content = [header, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.')
  return `${content}.${key ? sign('sha256', Buffer.from(content), key).toString('base64url') : ''}`
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = ''
  for await (const chunk of request) body += String(chunk)
  return body
}

function json(response: ServerResponse, body: Claims, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

function page(response: ServerResponse, words: string, status = 200): void {
  response
    .writeHead(status, { 'content-type': 'text/html' })
    .end(`<!doctype html><html lang="en"><title>${words}</title><h1>${words}</h1></html>`)
}
