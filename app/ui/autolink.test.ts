import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitLinks, splitParagraphs } from '#app/ui/autolink'

const hrefs = (text: string) => splitLinks(text).flatMap(({ href }) => href ?? [])

test.each([
  ['様式はhttps://portal.example/forms/12を見てください。', ['https://portal.example/forms/12']],
  ['（http://intra.example/a?b=1&c=2#d）', ['http://intra.example/a?b=1&c=2#d']],
  ['See https://example.jp/a. And (https://example.jp/b).', ['https://example.jp/a', 'https://example.jp/b']],
  ['https://example.jp/a_(b)', ['https://example.jp/a_(b)']],
  ['https://example.jp、https://example.com', ['https://example.jp', 'https://example.com']],
])('the addresses in “%s” become links', (text, expected) => {
  expect(hrefs(text)).toEqual(expected)
})

test.each([
  'javascript:alert(1)',
  'data:text/html,x',
  'ftp://example.jp',
  'www.example.jp',
  'https://',
  'http://[x',
])('“%s” stays text', (text) => {
  expect(hrefs(text)).toEqual([])
})

/** As `webUrl`, which takes a second to write down first all that may stand in a path. */
const address = fc
  .tuple(fc.constantFrom('http', 'https'), fc.webAuthority(), fc.string())
  .map(([scheme, authority, path]) => `${scheme}://${authority}/${path}`)

test('no character of a text gets lost', () => {
  const written = fc.array(
    fc.oneof(fc.string(), address, fc.constantFrom('http://', '窓口', '。', ')', '\n')),
  )
  fc.assert(
    fc.property(written, (parts) => {
      const text = parts.join('')
      expect(
        splitLinks(text)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text)
    }),
  )
})

test('a blank line parts paragraphs, whatever system it was typed on', () => {
  expect(splitParagraphs('前は紙でした。\r\n今はPDFです。\r\n\r\n　\n効果は大きい。\n')).toEqual([
    ['前は紙でした。', '今はPDFです。'],
    ['効果は大きい。'],
  ])
})

test('an empty text has no paragraph', () => {
  expect(splitParagraphs(' \n\n ')).toEqual([])
})
