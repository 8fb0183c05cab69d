import { clerk, visitor } from './people'
import { area, circle, line, moved, path, picture, rect, shade, shadow, text } from './shapes'

/* 窓口: a hall with three places to be served, before and after signs and lanes in three colours. */

const lanes = [
  { x: 190, colour: '#2f6db5', pale: '#bcd3ec', number: '1', words: '受付' },
  { x: 500, colour: '#c8452f', pale: '#f0c4bb', number: '2', words: '相談' },
  { x: 810, colour: '#2f8f57', pale: '#bde0cb', number: '3', words: '受取り' },
] as const

function hall(): string {
  const tiles = [520, 560, 610, 672].map((y) => line(0, y, 1000, y, '#b7b0a4', 1.4))
  const joints = Array.from({ length: 13 }, (_, n) =>
    line(500 + (n - 6) * 88, 486, 500 + (n - 6) * 190, 750, '#b7b0a4', 1.4),
  )
  const lamps = [120, 400, 680].map(
    (x) =>
      rect(x, 22, 200, 14, '#fffdf4', "rx='5'") +
      rect(x - 14, 36, 228, 26, '#fffbe6', "opacity='.45' rx='12'"),
  )
  return [
    rect(0, 0, 1000, 486, 'url(#wall)'),
    rect(0, 0, 1000, 20, '#d8d2c6'),
    ...lamps,
    rect(60, 130, 250, 170, '#cfe3ee', "rx='4'") +
      rect(60, 130, 250, 170, 'none', "stroke='#fff' stroke-width='10'") +
      line(185, 132, 185, 298, '#fff', 8),
    rect(690, 130, 250, 170, '#cfe3ee', "rx='4'") +
      rect(690, 130, 250, 170, 'none', "stroke='#fff' stroke-width='10'") +
      line(815, 132, 815, 298, '#fff', 8),
    rect(392, 150, 216, 130, '#e4ddd0', "rx='6'") +
      [172, 204, 236].map((y) => rect(408, y, 184, 20, '#c9bfae', "rx='3'")).join(''),
    rect(0, 486, 1000, 264, 'url(#floor)'),
    ...tiles,
    ...joints,
  ].join('')
}

function desk(): string {
  return [
    shadow(500, 508, 480, 16),
    area(
      [
        [36, 424],
        [964, 424],
        [990, 448],
        [10, 448],
      ],
      '#e2bb86',
    ),
    rect(10, 448, 980, 62, 'url(#wood)'),
    ...[336, 664].map((x) => line(x, 450, x, 508, '#a27743', 2.4)),
    rect(10, 448, 980, 7, '#c79a5f'),
    ...lanes.map(({ x }) =>
      moved(
        x + 74,
        428,
        rect(-36, -54, 72, 46, '#2d3138', "rx='4'") +
          rect(-32, -50, 64, 38, '#7fa6c4') +
          rect(-6, -8, 12, 8, '#2d3138'),
      ),
    ),
  ].join('')
}

const definitions = [
  shade('wall', '#f7f2e8', '#e7dece'),
  shade('floor', '#d6d0c4', '#bdb5a7'),
  shade('wood', '#cf9f63', '#b07f47'),
].join('')

const coats = ['#5c7894', '#9a5f6d', '#6f8a5d', '#8a7558', '#566079', '#b0794b', '#7d6a93'] as const
const hairs = ['#2f2622', '#4a372c', '#8d8680', '#3b2d27', '#5b4334', '#b3aca5', '#2a2320'] as const

const clerks = [
  clerk(150, '#5f87b0', '#2c2420'),
  clerk(468, '#7a8f6a', '#46342b'),
  clerk(772, '#a87f95', '#372a25'),
].join('')

/** White plates one has to stand before to read, and a crowd in front of them. */
export function counterBefore(): string {
  const plates = lanes.map(({ x, words }) =>
    moved(
      x - 66,
      404,
      rect(-40, -15, 80, 34, '#fdfdfa', "rx='2' stroke='#bdb7ab' stroke-width='1.5'") +
        text(words, { at: [0, 2], height: 17, fill: '#6a655c' }),
    ),
  )
  const crowd = [
    [352, 566],
    [452, 588],
    [548, 570],
    [640, 612],
    [296, 640],
    [486, 690],
    [398, 724],
  ] as const
  return picture(
    definitions,
    hall() +
      clerks +
      desk() +
      plates.join('') +
      crowd
        .map(([x, y], n) =>
          visitor({
            x,
            y,
            coat: coats[n] ?? '#555',
            hair: hairs[n] ?? '#222',
            ...(n % 3 === 0 && { bag: '#6b4a2f' }),
          }),
        )
        .join(''),
  )
}

/** Boards overhead and lanes on the floor in the colours of the three places: one person in each lane, one waiting behind. */
export function counterAfter(): string {
  const boards = lanes.map(({ x, colour, number, words }) =>
    moved(
      x,
      232,
      [
        line(-70, -172, -70, -46, '#8f8a80', 3),
        line(70, -172, 70, -46, '#8f8a80', 3),
        rect(-118, -46, 236, 92, colour, "rx='10'"),
        circle(-66, 0, 33, '#fff'),
        text(number, { at: [-66, 1], height: 46, fill: colour, bold: true }),
        text(words, { at: [38, 1], height: words.length > 2 ? 36 : 44, fill: '#fff', bold: true }),
      ].join(''),
    ),
  )
  const floors = lanes.map(({ x, colour, pale }) => {
    const foot = 500 + (x - 500) * 1.28
    return [
      area(
        [
          [x - 62, 512],
          [x + 62, 512],
          [foot + 96, 750],
          [foot - 96, 750],
        ],
        pale,
        "opacity='.85'",
      ),
      area(
        [
          [x - 62, 512],
          [x - 50, 512],
          [foot - 78, 750],
          [foot - 96, 750],
        ],
        colour,
      ),
      area(
        [
          [x + 62, 512],
          [x + 50, 512],
          [foot + 78, 750],
          [foot + 96, 750],
        ],
        colour,
      ),
      path(
        `M${foot - 22} 742 L${foot - 22} 706 L${foot - 46} 706 L${foot - 4} 664 L${foot + 38} 706 L${foot + 16} 706 L${foot + 16} 742Z`,
        colour,
        "opacity='.9'",
      ),
    ].join('')
  })
  const plates = lanes.map(({ x, colour, number, words }) =>
    moved(
      x - 66,
      402,
      rect(-48, -19, 96, 40, colour, "rx='4'") +
        text(`${number} ${words}`, { at: [0, 1], height: 20, fill: '#fff', bold: true }),
    ),
  )
  const served = lanes.map(({ x }, n) =>
    visitor({
      x: x + 6,
      y: 570,
      coat: coats[n * 2] ?? '#555',
      hair: hairs[n * 2] ?? '#222',
      ...(n === 1 && { bag: '#6b4a2f' }),
    }),
  )
  const next = visitor({ x: 116, y: 668, coat: '#8a7558', hair: '#8d8680', bag: '#37506b' })
  return picture(
    definitions,
    hall() + clerks + desk() + floors.join('') + boards.join('') + plates.join('') + served.join('') + next,
  )
}
