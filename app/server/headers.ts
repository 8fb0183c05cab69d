import type { MiddlewareHandler } from 'hono'
import type { Config } from '#app/server/config'
import type { Door } from '#app/server/door'

/** Everything comes from here, and nothing runs that is not a file of the build: no page carries a script within. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  // blob: is a photo that was chosen and is shown before it is sent.
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "object-src 'none'",
  "manifest-src 'self'",
  "require-trusted-types-for 'script'",
].join('; ')

/** Set on every answer, whoever gave it. What a page has set for itself stays. */
export function secureHeaders({ hsts }: Pick<Config, 'hsts'>): MiddlewareHandler<Door> {
  const fixed = Object.entries({
    'x-content-type-options': 'nosniff',
    // Not no-referrer: browsers then send “Origin: null” with every form, and the origin door has to refuse it.
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
    'x-frame-options': 'DENY',
    ...(hsts && { 'strict-transport-security': 'max-age=31536000' }),
  })
  return async (c, next) => {
    await next()
    const { headers } = c.res
    for (const [name, value] of fixed) headers.set(name, value)
    if (!headers.has('cache-control')) headers.set('cache-control', 'no-store')
    if (!headers.has('content-security-policy')) {
      headers.set('content-security-policy', contentSecurityPolicy)
    }
  }
}

/** Headers that only a proxy or the framework itself may say, never a visitor: removed before anybody believes them. */
const unbelievable = /^(x-forwarded-|x-real-ip$|forwarded$|x-remix-|x-react-router-|x-original-|x-rewrite-)/

export const stripHeaders: MiddlewareHandler<Door> = async (c, next) => {
  for (const name of Object.keys(c.env.incoming.headers)) {
    if (unbelievable.test(name)) c.req.raw.headers.delete(name)
  }
  return next()
}
