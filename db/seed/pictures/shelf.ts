import { dice, line, moved, picture, rect, shade, shadow, text } from './shapes'

/* 書類棚: a steel shelf of an office, before and after it was put in the order of how often things are fetched. */

const levels = [236, 432, 628] as const
const colours = { daily: '#c8452f', weekly: '#2f6db5', yearly: '#6d7580' }
const random = ['#7a4b3a', '#3f5f8a', '#8a8a3f', '#545b66', '#9c3f4f', '#3f7a64', '#b58a3c', '#6b4f86']

function binder(
  x: number,
  y: number,
  width: number,
  height: number,
  fill: string,
  lean = 0,
  words = '',
): string {
  const label = [
    rect(width * 0.18, -height + 18, width * 0.64, height * 0.42, '#fbfaf5', "rx='2'"),
    ...[...words].map((letter, n) =>
      text(letter, { at: [width / 2, -height + 33 + n * 17], height: 15, bold: true }),
    ),
  ]
  return moved(
    x,
    y,
    [
      rect(0, -height, width, height, fill, "rx='3'"),
      rect(0, -height, 5, height, '#fff', "opacity='.18'"),
      rect(width - 5, -height, 5, height, '#000', "opacity='.16'"),
      ...label,
      `<circle cx='${width / 2}' cy='-24' r='7' fill='#222' opacity='.45'/><circle cx='${width / 2}' cy='-24' r='4' fill='#ddd' opacity='.8'/>`,
    ].join(''),
    lean === 0 ? '' : `rotate(${lean} ${lean < 0 ? 0 : width} 0)`,
  )
}

function box(x: number, y: number, width: number, height: number, words: string): string {
  return moved(
    x,
    y,
    rect(0, -height, width, height, '#c9a26b', "rx='2'") +
      rect(0, -height, width, 16, '#b58d57') +
      rect(width / 2 - 26, -height + 40, 52, 14, '#8f6b3e', "rx='7'") +
      text(words, { at: [width / 2, -34], height: 20, fill: '#5f4526', bold: true }),
  )
}

function papers(x: number, y: number, width: number, sheets: number, seed: number): string {
  const roll = dice(seed)
  return Array.from({ length: sheets }, (_, n) =>
    rect(
      x + roll(-9, 9),
      y - 7 - n * 6,
      width + roll(-12, 8),
      6,
      n % 4 === 3 ? '#e9dfc2' : '#f7f5ee',
      "stroke='#cfc9ba' stroke-width='.8'",
    ),
  ).join('')
}

function frame(front: string): string {
  return [
    rect(0, 0, 1000, 700, 'url(#wall)'),
    rect(0, 690, 1000, 60, '#a79d8d'),
    rect(0, 686, 1000, 8, '#8d8476'),
    shadow(500, 700, 440, 16, 0.35),
    rect(70, 50, 860, 645, '#dfe2e4', "rx='4'"),
    rect(86, 66, 828, 616, 'url(#inside)'),
    front,
    ...levels.map((y) => rect(80, y, 840, 16, '#c3c8cc') + rect(80, y + 16, 840, 6, '#8f969b')),
    rect(70, 50, 18, 650, '#b4babf') + rect(912, 50, 18, 650, '#b4babf') + rect(70, 50, 860, 18, '#cfd4d7'),
  ].join('')
}

const definitions = shade('wall', '#efe9dd', '#dcd3c3') + shade('inside', '#b9bdc0', '#d3d6d8')

/** Whatever fitted: binders of all sizes, some fallen over, boxes and heaps of paper between them. */
export function shelfBefore(): string {
  const roll = dice(7)
  const row = (y: number, from: number, count: number, first: number) => {
    let x = from
    return Array.from({ length: count }, (_, n) => {
      const width = Math.round(roll(30, 48))
      const leaning = n === count - 1 ? 13 : n % 4 === 2 ? -3 : 0
      const drawn = binder(
        x,
        y,
        width,
        Math.round(roll(108, 152)),
        random[(first + n * 3) % random.length] ?? '#555',
        leaning,
      )
      x += width + (leaning === 0 ? 3 : 8)
      return drawn
    }).join('')
  }
  return picture(
    definitions,
    frame(
      [
        row(levels[0], 104, 8, 0) + papers(520, levels[0], 150, 12, 3) + row(levels[0], 716, 4, 5),
        box(112, levels[1], 170, 112, 'その他') +
          papers(130, levels[1] - 112, 130, 6, 9) +
          row(levels[1], 318, 9, 2) +
          papers(756, levels[1], 130, 17, 5),
        papers(110, levels[2], 160, 9, 21) +
          row(levels[2], 318, 6, 4) +
          box(630, levels[2], 190, 122, '資料') +
          papers(650, levels[2] - 122, 150, 5, 33),
        moved(
          842,
          levels[2],
          rect(-8, -44, 70, 44, '#3f5f8a', "rx='3'") + rect(-14, -82, 70, 38, '#9c3f4f', "rx='3'"),
        ),
      ].join(''),
    ),
  )
}

/** Three levels by use, the same binders with readable backs, a coloured board at the edge of each. */
export function shelfAfter(): string {
  const row = (y: number, names: readonly string[], fill: string) =>
    names.map((name, n) => binder(112 + n * 54, y, 48, 142, fill, 0, name)).join('')
  const edge = (y: number, words: string, fill: string) =>
    rect(104, y - 3, 250, 28, fill, "rx='4'") +
    text(words, { at: [229, y + 11], height: 20, fill: '#fff', bold: true })
  return picture(
    definitions,
    frame(
      [
        row(levels[0], ['月報', '週報', '通知', '調査', '照会', '要綱'], colours.weekly) +
          box(470, levels[0], 190, 122, '様式') +
          box(690, levels[0], 190, 122, '封筒'),
        row(
          levels[1],
          [
            '受付',
            '申請',
            '相談',
            '台帳',
            '決裁',
            '名簿',
            '収納',
            '発送',
            '電話',
            '予約',
            '当番',
            '日報',
            '鍵',
            '地図',
          ],
          colours.daily,
        ),
        row(levels[2], ['決算', '監査', '統計', '議会', '契約'], colours.yearly) +
          box(420, levels[2], 200, 122, '7年保存') +
          box(650, levels[2], 200, 122, '10年保存'),
      ].join(''),
    ) +
      edge(levels[0], '毎週つかうもの', colours.weekly) +
      edge(levels[1], '毎日つかうもの', colours.daily) +
      edge(levels[2], '年に数回のもの', colours.yearly) +
      [levels[0], levels[1], levels[2]].map((y) => line(364, y + 11, 905, y + 11, '#e8eaec', 2)).join(''),
  )
}
