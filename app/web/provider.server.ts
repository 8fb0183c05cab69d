import * as client from 'openid-client'
import type { Identity } from '#app/domain/accounts/sign-in-way'
import { paths } from './paths'

/** The identity provider of the city hall (Entra ID, Keycloak), and who we are to it. */
export interface Provider {
  readonly issuer: URL
  readonly clientId: string
  readonly clientSecret: string
  /** The claims that say who somebody is, and which employee number that person has. */
  readonly subjectClaim: string
  readonly numberClaim: string | undefined
  /** With what people sign in there, as the button calls it. */
  readonly label: string
  readonly publicOrigin: URL
  /** Seconds for each of its answers. */
  readonly patience: number
}

/** What has to be the same when the browser comes back. */
export interface Journey {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

export interface Vouched extends Identity {
  readonly employeeNumber: string | null
}

/** Why the provider's word was not taken; `code` is for the log and holds nothing that was sent. */
export class Refused extends Error {
  override name = 'Refused'
  readonly why: 'cancelled' | 'unreachable' | 'untrusted'
  readonly code: string
  constructor(why: Refused['why'], code: string) {
    super(`single sign-on: ${why} (${code})`)
    this.why = why
    this.code = code
  }
}

/** Its addresses and keys are looked up anew after this time. */
const knownMs = 60 * 60_000

/** Where the browser goes, with a journey that only it can end. Throws Refused. */
export async function departureFor(provider: Provider): Promise<{ address: URL; journey: Journey }> {
  const configuration = await configurationOf(provider)
  const journey = {
    state: client.randomState(),
    nonce: client.randomNonce(),
    verifier: client.randomPKCECodeVerifier(),
  }
  const address = client.buildAuthorizationUrl(configuration, {
    redirect_uri: returnAddress(provider).href,
    scope: 'openid profile',
    state: journey.state,
    nonce: journey.nonce,
    code_challenge: await client.calculatePKCECodeChallenge(journey.verifier),
    code_challenge_method: 'S256',
  })
  return { address, journey }
}

/** Who came back, by a signed token made for us, for this journey, by nobody but the issuer. Throws Refused. */
export async function whoReturned(provider: Provider, search: string, journey: Journey): Promise<Vouched> {
  const configuration = await configurationOf(provider)
  // Not the address of the request: behind a proxy it is another one than the browser's.
  const address = returnAddress(provider)
  address.search = search
  const tokens = await refusing(
    client.authorizationCodeGrant(configuration, address, {
      pkceCodeVerifier: journey.verifier,
      expectedState: journey.state,
      expectedNonce: journey.nonce,
      idTokenExpected: true,
    }),
  )
  const claims: Readonly<Record<string, unknown>> = tokens.claims() ?? {}
  const subject = claims[provider.subjectClaim]
  if (typeof subject !== 'string' || subject === '' || subject.length > 255) {
    throw new Refused('untrusted', 'no subject claim')
  }
  const number = provider.numberClaim === undefined ? undefined : claims[provider.numberClaim]
  const employeeNumber = typeof number === 'string' && number.trim() !== '' ? number.trim() : null
  return { issuer: provider.issuer.href, subject, employeeNumber }
}

/** Where the browser can sign out of the provider as well; null where there is no such place. Throws Refused. */
export async function endSessionAddress(provider: Provider): Promise<URL | null> {
  const configuration = await configurationOf(provider)
  if (!configuration.serverMetadata().end_session_endpoint) return null
  const back = new URL(paths.signIn(), provider.publicOrigin).href
  return client.buildEndSessionUrl(configuration, { post_logout_redirect_uri: back })
}

function returnAddress({ publicOrigin }: Provider): URL {
  return new URL(paths.singleSignOnReturn(), publicOrigin)
}

const known = new WeakMap<Provider, { until: number; configuration: Promise<client.Configuration> }>()

/** One look-up for all who come at the same time; one that failed is not remembered. */
function configurationOf(provider: Provider): Promise<client.Configuration> {
  const found = known.get(provider)
  if (found && found.until > performance.now()) return found.configuration
  const configuration = refusing(discover(provider))
  known.set(provider, { until: performance.now() + knownMs, configuration })
  configuration.catch(() => known.delete(provider))
  return configuration
}

async function discover(provider: Provider): Promise<client.Configuration> {
  const { issuer, clientId, clientSecret, patience } = provider
  const onLoopback = issuer.protocol === 'http:' ? [client.allowInsecureRequests] : []
  const configuration = await client.discovery(
    issuer,
    clientId,
    { client_secret: clientSecret, [client.clockTolerance]: 60 },
    client.ClientSecretPost(clientSecret),
    // By itself the library trusts what comes from the token endpoint without looking at the signature.
    { timeout: patience, execute: [client.enableNonRepudiationChecks, ...onLoopback] },
  )
  // It lets providers pass that answer for every tenant.
  if (new URL(configuration.serverMetadata().issuer).href !== issuer.href) {
    throw new Refused('untrusted', 'issuer of another tenant')
  }
  return configuration
}

async function refusing<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked
  } catch (error) {
    throw refusedBy(error)
  }
}

/** Whether somebody chose not to sign in, nobody answered, or what was answered cannot be believed. */
function refusedBy(error: unknown): unknown {
  if (error instanceof Refused) return error
  if (error instanceof client.AuthorizationResponseError) {
    if (choices.has(error.error)) return new Refused('cancelled', error.error)
    const isTheirs = troubles.has(error.error)
    return new Refused(isTheirs ? 'unreachable' : 'untrusted', 'authorization response')
  }
  if (error instanceof client.ResponseBodyError) {
    const isOurs = error.error === 'invalid_client' || error.error === 'unauthorized_client'
    return new Refused(
      isOurs || error.status >= 500 ? 'unreachable' : 'untrusted',
      isOurs ? 'OIDC_CLIENT_ID or OIDC_CLIENT_SECRET' : `token endpoint, ${error.status}`,
    )
  }
  if (error instanceof client.ClientError) return refusedByClient(error)
  // What fetch throws when nobody listens, the name is unknown or the certificate is not to be trusted.
  if (error instanceof TypeError) return new Refused('unreachable', codeOf(error.cause) ?? 'no connection')
  return error
}

const choices: ReadonlySet<string> = new Set(['access_denied', 'consent_required', 'login_required'])
const troubles: ReadonlySet<string> = new Set(['server_error', 'temporarily_unavailable'])

function refusedByClient({ code = 'unknown', cause }: client.ClientError): Refused {
  const isAnswer = cause instanceof Response
  const isSilent = code === 'OAUTH_TIMEOUT' || code === 'OAUTH_ABORT' || isAnswer
  const { claim } = ((cause as { cause?: unknown } | undefined)?.cause ?? {}) as { claim?: unknown }
  const about = isAnswer ? ` ${cause.status}` : typeof claim === 'string' ? ` ${claim}` : ''
  return new Refused(isSilent ? 'unreachable' : 'untrusted', code + about)
}

function codeOf(cause: unknown): string | undefined {
  const { code } = (cause ?? {}) as { code?: unknown }
  return typeof code === 'string' ? code : undefined
}
