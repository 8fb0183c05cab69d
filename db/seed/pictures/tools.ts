import { circle, dice, line, moved, path, picture, rect, shade, shadow } from './shapes'

/* 道具: a workbench of those who mend roads and parks, and its wall. */

function hammer(handle = '#b5793f', head = '#5d656d'): string {
  return (
    rect(-8, -70, 16, 150, handle, "rx='7'") +
    path('M-46 -98 L28 -98 Q48 -98 52 -80 L52 -66 L-46 -66 Q-54 -82 -46 -98Z', head)
  )
}
function wrench(fill = '#7d868e'): string {
  return path(
    'M-10 82 L-10 -44 Q-36 -56 -32 -88 Q-30 -100 -20 -106 L-20 -76 L0 -66 L20 -76 L20 -106 Q30 -100 32 -88 Q36 -56 10 -44 L10 82 Q0 96 -10 82Z',
    fill,
  )
}
function screwdriver(handle = '#c8452f', blade = '#8b949b'): string {
  return rect(-5, -110, 10, 110, blade) + path('M-16 0 L16 0 L18 74 Q0 92 -18 74Z', handle)
}
function saw(handle = '#2f6db5', blade = '#aeb6bc'): string {
  const teeth = Array.from(
    { length: 17 },
    (_, n) => `L${-100 + n * 12 + 6} 34 L${-100 + n * 12 + 12} 26`,
  ).join(' ')
  return (
    path(`M-100 -6 L104 -34 L104 26 L-100 26 ${teeth} Z`, blade) +
    path(
      'M100 -44 L160 -44 Q176 -4 160 36 L100 36 Q112 -4 100 -44Z M122 -20 L146 -20 Q152 -4 146 14 L122 14Z',
      handle,
      "fill-rule='evenodd'",
    )
  )
}
function pliers(handle = '#2f8f57', jaw = '#59626a'): string {
  return (
    path('M-8 -100 Q-22 -60 -14 -30 L14 -30 Q22 -60 8 -100 L0 -70Z', jaw) +
    circle(0, -18, 16, jaw) +
    path('M-14 -10 Q-40 30 -28 92 L-14 92 Q-22 36 0 -4Z', handle) +
    path('M14 -10 Q40 30 28 92 L14 92 Q22 36 0 -4Z', handle)
  )
}
function tape(fill = '#e0b02f'): string {
  return (
    rect(-52, -46, 104, 92, fill, "rx='22'") +
    circle(0, 0, 28, '#333') +
    circle(0, 0, 18, '#f2f2f2') +
    rect(44, 28, 40, 12, '#f5e9b8')
  )
}

const definitions = shade('wall', '#e9e4d8', '#d5cdbd') + shade('top', '#c99a61', '#a87846')

function bench(onWall: string, onTop: string): string {
  return picture(
    definitions,
    [
      rect(0, 0, 1000, 560, 'url(#wall)'),
      onWall,
      rect(0, 548, 1000, 86, 'url(#top)'),
      rect(0, 548, 1000, 7, '#e0b884'),
      rect(0, 634, 1000, 116, '#6f5a42'),
      ...[60, 380, 700].map(
        (x) => rect(x, 654, 240, 76, '#80694d', "rx='4'") + rect(x + 92, 684, 56, 12, '#c9c4ba', "rx='6'"),
      ),
      onTop,
    ].join(''),
  )
}

/** One box for everything, and what does not fit lies around it. */
export function toolsBefore(): string {
  const roll = dice(11)
  const heap = [
    moved(356, 420, hammer(), 'rotate(-38)'),
    moved(470, 392, wrench(), 'rotate(14)'),
    moved(566, 414, screwdriver(), 'rotate(42)'),
    moved(430, 448, pliers(), 'rotate(-12)'),
    moved(524, 470, saw(), 'rotate(-24)'),
    moved(620, 440, wrench('#5d656d'), 'rotate(58)'),
  ].join('')
  const box =
    path('M296 452 L704 452 L684 606 L316 606Z', '#3f6f5a') +
    path('M296 452 L704 452 L702 476 L298 476Z', '#2f5846') +
    rect(452, 508, 96, 22, '#d6d2c8', "rx='4'")
  const scattered = [
    moved(146, 596, shadow(0, 14, 90, 9) + tape()),
    moved(800, 584, screwdriver('#8a8a3f'), 'rotate(82)'),
    shadow(830, 612, 120, 9),
    moved(872, 612, hammer('#8a6238', '#4a5158'), 'rotate(100)'),
    ...Array.from({ length: 16 }, () => circle(roll(40, 300), roll(604, 632), 4, '#77706a')),
  ].join('')
  const wall = [
    [150, 180],
    [338, 96],
    [720, 210],
    [860, 120],
  ]
    .map(([x = 0, y = 0]) => circle(x, y, 6, '#8d8576') + line(x, y, x, y + 16, '#8d8576', 4))
    .join('')
  return bench(wall, shadow(500, 612, 220, 12) + heap + box + scattered)
}

/** A board with the outline of each tool where it belongs: two are in use, and everybody sees which. */
export function toolsAfter(): string {
  const holes = Array.from({ length: 11 * 26 }, (_, n) =>
    circle(96 + (n % 26) * 32.4, 76 + Math.floor(n / 26) * 40, 2.6, '#9fb0a6'),
  ).join('')
  const ghost = '#c3d2c9'
  const places = [
    [160, 168, hammer(ghost, ghost), hammer()],
    [290, 168, wrench(ghost), wrench()],
    [410, 168, screwdriver(ghost, ghost), null],
    [530, 168, screwdriver(ghost, ghost), screwdriver('#2f6db5')],
    [660, 168, pliers(ghost, ghost), pliers()],
    [812, 160, tape(ghost), tape()],
    [230, 390, saw(ghost, ghost), saw()],
    [460, 390, wrench(ghost), null],
    [600, 390, hammer(ghost, ghost), hammer('#8a6238', '#4a5158')],
    [740, 390, pliers(ghost, ghost), pliers('#c8452f')],
    [860, 390, screwdriver(ghost, ghost), screwdriver('#e0b02f')],
  ] as const
  const hung = places.map(([x, y, outline, tool]) => {
    const name =
      rect(x - 40, y + 90, 80, 20, '#fff', "rx='3' stroke='#9fb0a6'") +
      line(x - 26, y + 100, x + 26, y + 100, '#7c857f', 4)
    return (
      moved(x, y, outline, 'scale(.94)') +
      (tool === null ? '' : moved(x + 3, y + 6, tool, 'scale(.86)')) +
      name
    )
  })
  return bench(
    rect(66, 44, 868, 486, '#000', "opacity='.18' filter='url(#soft)'") +
      rect(60, 36, 868, 486, '#dfe9e3', "rx='6' stroke='#8fa398' stroke-width='6'") +
      holes +
      hung.join(''),
    rect(110, 584, 200, 30, '#7c8891', "rx='4'") + rect(118, 572, 184, 14, '#98a3ab', "rx='3'"),
  )
}
