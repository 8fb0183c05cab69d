import { circle, moved, path, rect, shadow } from './shapes'

/* Those who are served, seen from behind, and those who serve. */

interface Visitor {
  readonly x: number
  readonly y: number
  readonly coat: string
  readonly hair: string
  readonly bag?: string
}

/** Seen from behind, with the feet at (x, y). */
export function visitor({ x, y, coat, hair, bag }: Visitor): string {
  const scale = 0.62 + (y - 470) / 520
  return moved(
    x,
    y,
    [
      shadow(0, -2, 46, 9, 0.35),
      rect(-24, -92, 20, 90, '#3d4250', "rx='8'"),
      rect(4, -92, 20, 90, '#343945', "rx='8'"),
      path('M-42 -92 Q-46 -206 -22 -214 L22 -214 Q46 -206 42 -92 Q0 -80 -42 -92Z', coat),
      path('M-42 -100 Q-58 -150 -38 -206 L-26 -206 Q-36 -150 -30 -98Z', coat, "opacity='.82'"),
      path('M42 -100 Q58 -150 38 -206 L26 -206 Q36 -150 30 -98Z', coat, "opacity='.82'"),
      bag
        ? rect(34, -128, 34, 44, bag, "rx='6'") +
          path('M40 -128 Q51 -150 62 -128', 'none', `stroke='${bag}' stroke-width='4'`)
        : '',
      rect(-9, -228, 18, 18, '#e3b892'),
      circle(0, -248, 27, '#ecc7a4'),
      path('M-28 -244 Q-30 -280 0 -280 Q30 -280 28 -244 Q24 -226 0 -226 Q-24 -226 -28 -244Z', hair),
    ].join(''),
    `scale(${scale})`,
  )
}

export function clerk(x: number, shirt: string, hair: string): string {
  return moved(
    x,
    392,
    [
      path('M-44 40 Q-46 -14 -20 -20 L20 -20 Q46 -14 44 40Z', shirt),
      path('M-8 -20 L0 4 L8 -20Z', '#fff'),
      rect(-8, -34, 16, 18, '#e3b892'),
      circle(0, -52, 25, '#ecc7a4'),
      path('M-26 -54 Q-26 -84 0 -84 Q26 -84 26 -54 Q16 -66 -4 -66 Q-20 -66 -26 -54Z', hair),
      circle(-8, -50, 2.4, '#4a3a33'),
      circle(8, -50, 2.4, '#4a3a33'),
      path('M-6 -40 Q0 -36 6 -40', 'none', "stroke='#a5614a' stroke-width='2.2'"),
    ].join(''),
  )
}
