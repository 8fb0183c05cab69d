import sharp from 'sharp'
import { boardAfter } from './board'
import { counterAfter, counterBefore } from './counter'
import { formsAfter, formsBefore } from './forms'
import { shelfAfter, shelfBefore } from './shelf'
import { toolsAfter, toolsBefore } from './tools'

/*
 * Draws the pictures that the sample town attaches to its reports: node bin/run.js db/seed/pictures/draw.ts. What it
 * draws lies beside it, since a server need not have a Japanese font.
 */

const pictures = {
  'counter-before': counterBefore(),
  'counter-after': counterAfter(),
  'shelf-before': shelfBefore(),
  'shelf-after': shelfAfter(),
  'forms-before': formsBefore(),
  'forms-after': formsAfter(),
  'tools-before': toolsBefore(),
  'tools-after': toolsAfter(),
  'board-after': boardAfter(),
}

for (const [name, drawing] of Object.entries(pictures)) {
  const file = new URL(`${name}.webp`, import.meta.url).pathname
  const { size } = await sharp(Buffer.from(drawing)).webp({ quality: 78, effort: 6 }).toFile(file)
  process.stdout.write(`${name}: ${Math.round(size / 1024)} kB\n`)
}
