import type { Sharp } from 'sharp'
import { RuleBroken } from '../errors'
import { refusals } from './refusals'

const longestSide = { photo: 1_600, thumbnail: 480 }
/** More than any telephone of an office takes, and not enough to fill the memory. */
const mostPixels = 64_000_000

export interface DrawnPhoto {
  readonly photo: Buffer
  readonly thumbnail: Buffer
  readonly width: number
  readonly height: number
}

/**
 * Draws a photo anew as WebP, the right way up: nothing of the original file is left, neither where and by whom it was
 * taken nor what may be hidden behind the picture. Throws RuleBroken for what cannot be drawn.
 */
export async function drawPhoto(path: string): Promise<DrawnPhoto> {
  const open = await decoder()
  try {
    const drawn = await fitted(open(path), longestSide.photo).toBuffer({ resolveWithObject: true })
    const thumbnail = await fitted(open(drawn.data), longestSide.thumbnail).toBuffer()
    return { photo: drawn.data, thumbnail, width: drawn.info.width, height: drawn.info.height }
  } catch (error) {
    const isHuge = error instanceof Error && /pixel limit/i.test(error.message)
    throw new RuleBroken(isHuge ? refusals.hugePhoto : refusals.unreadablePhoto, 'file')
  }
}

function fitted(image: Sharp, side: number): Sharp {
  return image
    .autoOrient()
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 80, effort: 3 })
}

let decoding: Promise<(source: string | Buffer) => Sharp> | undefined

/** Loaded with the first photo. It knows three formats and no other, works on one core, and keeps nothing. */
function decoder() {
  decoding ??= import('sharp').then(({ default: sharp }) => {
    sharp.cache(false)
    sharp.concurrency(1)
    const known = ['Jpeg', 'Png', 'Webp'].flatMap((format) =>
      ['File', 'Buffer'].map((source) => `VipsForeignLoad${format}${source}`),
    )
    sharp.block({ operation: ['VipsForeignLoad'] })
    sharp.unblock({ operation: known })
    return (source) => sharp(source, { limitInputPixels: mostPixels, failOn: 'error', sequentialRead: true })
  })
  return decoding
}
