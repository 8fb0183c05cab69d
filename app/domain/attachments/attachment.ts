import type { Format } from './format'

/** Where a photo belongs, or that it is no photo. */
export const places = ['before', 'after', 'other', 'document'] as const
export type Place = (typeof places)[number]

/** Whose file it is. */
export type Subject =
  { readonly proposalId: number } | { readonly practiceId: number } | { readonly memoId: number }

/** How much may be attached to one matter. */
export const attachmentLimits = {
  files: 5,
  bytes: 10 * 1024 * 1024,
  descriptionLength: 100,
} as const

/** What one file may weigh, in words: 「10MB」. */
export const mostBytesInWords = `${attachmentLimits.bytes / 1024 / 1024}MB`

export interface StoredAttachment {
  readonly id: number
  readonly place: Place
  readonly fileName: string
  readonly format: Format
  readonly bytes: number
  readonly description: string
  readonly width: number | null
  readonly height: number | null
}

/** A photo or document as one reader may know it. */
export interface ShownAttachment extends StoredAttachment {
  /** It could tell who made it, so this reader cannot have it yet. */
  readonly isWithheld: boolean
}

/**
 * What a reader may know of the files of a matter. While the names are hidden no file keeps the name its owner gave
 * it, and what a program writes its user's name into (Office, PDF) is not handed out: a photo was drawn anew and a
 * text holds nothing but its text.
 */
export function shownTo(
  { knowsAuthors }: { knowsAuthors: boolean },
  attachments: readonly StoredAttachment[],
): ShownAttachment[] {
  return attachments.map((attachment, at) => ({
    ...attachment,
    fileName: knowsAuthors ? attachment.fileName : neutralName(attachment, at + 1),
    isWithheld: !knowsAuthors && mayNamePeople(attachment.format),
  }))
}

export function isPhoto({ place }: Pick<StoredAttachment, 'place'>): boolean {
  return place !== 'document'
}

/** 「資料2.pdf」: by its place among all, so that it is called the same on every page. */
function neutralName({ place, format }: StoredAttachment, number: number): string {
  return `${isPhoto({ place }) ? '写真' : '資料'}${number}.${format}`
}

function mayNamePeople(format: Format): boolean {
  return ['pdf', 'docx', 'xlsx', 'pptx'].includes(format)
}
