/** What may be attached: by its extension, which the first bytes have to bear out. */
export const formats = {
  webp: { label: '写真', mediaType: 'image/webp', family: 'photo' },
  jpg: { label: '写真', mediaType: 'image/jpeg', family: 'photo' },
  jpeg: { label: '写真', mediaType: 'image/jpeg', family: 'photo' },
  png: { label: '写真', mediaType: 'image/png', family: 'photo' },
  pdf: { label: 'PDF', mediaType: 'application/pdf', family: 'pdf' },
  docx: {
    label: 'Word',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    family: 'office',
  },
  xlsx: {
    label: 'Excel',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    family: 'office',
  },
  pptx: {
    label: 'PowerPoint',
    mediaType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    family: 'office',
  },
  txt: { label: 'テキスト', mediaType: 'text/plain', family: 'text' },
  csv: { label: 'CSV', mediaType: 'text/csv', family: 'text' },
} as const

export type Format = keyof typeof formats
export type OfficeFormat = 'docx' | 'xlsx' | 'pptx'

/** For the picker of the browser, which it helps and does not bind. */
export const acceptedExtensions = Object.keys(formats)
  .map((extension) => `.${extension}`)
  .join(',')

/** The same where only a photo is wanted. */
export const acceptedPhotos = Object.entries(formats)
  .flatMap(([extension, { family }]) => (family === 'photo' ? [`.${extension}`] : []))
  .join(',')

export function isFormat(extension: string): extension is Format {
  return Object.hasOwn(formats, extension)
}

/** By the ending of its name; what it is its first bytes say. */
export function isPhotoName(fileName: string): boolean {
  const extension = extensionOf(fileName)
  return isFormat(extension) && formats[extension].family === 'photo'
}

export function isOfficeFormat(format: Format): format is OfficeFormat {
  return formats[format].family === 'office'
}

export function formatOfMediaType(mediaType: string): Format {
  const known = Object.entries(formats).find(([, format]) => format.mediaType === mediaType)
  return (known?.[0] ?? 'txt') as Format
}

/** The last part of a name behind its dot, in small letters; empty without one. */
export function extensionOf(fileName: string): string {
  return /\.([^.]+)$/.exec(fileName)?.[1]?.normalize('NFKC').toLowerCase() ?? ''
}

export type Content = 'jpeg' | 'png' | 'webp' | 'heic' | 'pdf' | 'zip' | 'oldOffice' | 'unknown'

/** What the first bytes say, whatever the name says. Wants at least 12 of them. */
export function contentOf(head: Uint8Array): Content {
  const text = String.fromCharCode(...head.subarray(0, 12))
  if (text.startsWith('\xff\xd8\xff')) return 'jpeg'
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'png'
  if (text.startsWith('RIFF') && text.endsWith('WEBP')) return 'webp'
  if (/^....ftyp(heic|heix|heim|heis|hevc|hevx|mif1|msf1|avif)/s.test(text)) return 'heic'
  if (/^%PDF-[12]\./.test(text)) return 'pdf'
  if (text.startsWith('PK\x03\x04')) return 'zip'
  if (text.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return 'oldOffice'
  return 'unknown'
}
