import { BlockList, isIP } from 'node:net'
import type { MiddlewareHandler } from 'hono'
import type { Config } from '#app/server/config'
import type { Door } from '#app/server/door'

/** Must stand before `stripHeaders`, after which nobody can know what a proxy said. */
export function findClientAddress({
  trustedProxies,
}: Pick<Config, 'trustedProxies'>): MiddlewareHandler<Door> {
  const isTrusted = matcher(trustedProxies)
  return async (c, next) => {
    c.set(
      'clientAddress',
      addressOf(c.env.incoming.socket.remoteAddress ?? '', c.req.header('x-forwarded-for')),
    )
    return next()
  }

  /** From the right, for each proxy appends whom it heard: the first that is no proxy of ours is the browser. */
  function addressOf(peer: string, forwardedFor = ''): string {
    const said = forwardedFor.split(',').map((part) => part.trim())
    let address = plain(peer)
    while (isTrusted(address)) {
      const before = said.pop()
      if (before === undefined || !isIP(before)) break
      address = plain(before)
    }
    return address
  }
}

function matcher(networks: readonly string[]): (address: string) => boolean {
  const list = new BlockList()
  for (const network of networks) {
    const [address = '', bits] = network.split('/')
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    if (bits === undefined) list.addAddress(address, family)
    else list.addSubnet(address, Number(bits), family)
  }
  return (address) => isIP(address) !== 0 && list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
}

/** An IPv4 peer on a socket for both families shows as ::ffff:10.0.0.1. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '')
}
