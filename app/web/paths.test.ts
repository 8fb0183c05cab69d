import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { paths, safePath, withFlash } from './paths'

describe('after signing in', () => {
  it.each([
    ['/proposals/7', '/proposals/7'],
    ['/improvements?q=%E7%AA%93%E5%8F%A3', '/improvements?q=%E7%AA%93%E5%8F%A3'],
    ['/a/../proposals/7', '/proposals/7'],
    [null, '/'],
    ['', '/'],
    ['proposals/7', '/'],
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['/..//evil.example', '/'],
    ['/\t/evil.example', '/'],
    ['/./%2e//evil.example', '/'],
    ['https://evil.example/', '/'],
    ['javascript:alert(1)', '/'],
    ['/proposals/7\r\nSet-Cookie: a=b', '/'],
  ])('%j leads to %j', (to, place) => {
    expect(safePath(to)).toBe(place)
  })

  it('leads to a page of this site, whatever is asked for', () => {
    const pieces = fc.constantFrom(
      '/',
      '//',
      '\\',
      '..',
      '.',
      '%2f',
      '%5c',
      '@',
      ':',
      'evil.example',
      '\t',
      '?',
      '#',
      'a',
    )
    const address = fc.oneof(
      fc.string(),
      fc.array(pieces, { maxLength: 8 }).map((all) => `/${all.join('')}`),
    )
    fc.assert(
      fc.property(address, (to) => {
        const place = safePath(to)
        return (
          /^\/(?![/\\])/.test(place) &&
          new URL(place, 'https://kaizen.example').origin === 'https://kaizen.example'
        )
      }),
      { numRuns: 500 },
    )
  })
})

it('carries the page and the interrupted form through signing in', () => {
  expect(paths.signIn('/practices/new?a=1', 'token')).toBe(
    '/sign-in?to=%2Fpractices%2Fnew%3Fa%3D1&resume=token',
  )
  expect(paths.signIn('/', null)).toBe('/sign-in')
})

it('adds its sentence to an address with and without a query', () => {
  expect(withFlash('/account', 'x')).toBe('/account?done=x')
  expect(withFlash('/account?a=1', 'x')).toBe('/account?a=1&done=x')
})
