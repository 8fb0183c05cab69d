import type { Place, ShownAttachment } from '#app/domain/attachments/attachment'
import type { AttachmentHrefs } from '#app/ui/attachments/attachments'
import { placeLabels } from '#app/ui/attachments/words'
import { cx } from '#app/ui/cx'

const thumbnailSide = 480

/** What there is to show of a photo, and to say of it. */
export type ShownPhoto = Pick<ShownAttachment, 'id' | 'place' | 'description' | 'width' | 'height'>

interface PhotosProps {
  photos: readonly ShownPhoto[]
  hrefs: AttachmentHrefs
  /** Beside much else on a sheet of paper: no larger than it takes to see what is meant. */
  small?: boolean | undefined
}

/** Before on the left, after on the right, and the others below; each opens large. */
export function Photos({ photos, hrefs, small }: PhotosProps) {
  if (photos.length === 0) return null
  const at = (place: Place) => photos.filter((photo) => photo.place === place)
  const [before, after] = [at('before'), at('after')]
  const pairs = Math.max(before.length, after.length)
  const inPairs = Array.from({ length: pairs }, (_, row) => [before[row], after[row]]).flat()
  const ordered = [...inPairs, ...at('other')].filter((photo) => photo !== undefined)
  return (
    <div
      className={cx(
        'photos',
        small && 'photos-small',
        before.length > 0 && after.length > 0 && 'photos-paired',
      )}
    >
      {ordered.map((photo) => (
        <Photo key={photo.id} photo={photo} hrefs={hrefs} />
      ))}
    </div>
  )
}

function Photo({ photo, hrefs }: { photo: ShownPhoto; hrefs: AttachmentHrefs }) {
  const { id, place, description } = photo
  return (
    <figure className={`photo photo-${place}`}>
      {/* The browser's own: what it opens is a picture and no page of ours. */}
      <a href={hrefs.content(id)}>
        <Picture photo={photo} hrefs={hrefs} />
      </a>
      <figcaption>
        {place !== 'other' && <span className="font-700">{placeLabels[place]}　</span>}
        {description}
      </figcaption>
    </figure>
  )
}

/** Large where the screen has room for it, else the thumbnail. */
function Picture({ photo, hrefs }: { photo: ShownPhoto; hrefs: AttachmentHrefs }) {
  const [width, height] = [photo.width ?? thumbnailSide, photo.height ?? thumbnailSide]
  const small = Math.min(width, Math.round((width * thumbnailSide) / Math.max(width, height)))
  const [thumbnail, content] = [hrefs.thumbnail(photo.id), hrefs.content(photo.id)]
  return (
    <img
      src={thumbnail}
      srcSet={small < width ? `${thumbnail} ${small}w, ${content} ${width}w` : undefined}
      sizes="(width >= 48rem) 30rem, 100vw"
      width={width}
      height={height}
      alt={photo.description}
    />
  )
}
