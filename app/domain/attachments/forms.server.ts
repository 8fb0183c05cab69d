import { z } from 'zod'
import { optionalText } from '../fields.server'
import { attachmentLimits, places } from './attachment'

export const DescriptionForm = z.object({
  description: optionalText('説明', { max: attachmentLimits.descriptionLength }),
})

/** What is said about a file that is sent along; whether a description is needed depends on the file. */
export const AttachmentForm = z.object({
  place: z.enum(places, { error: '種類を選んでください' }),
  description: optionalText('説明', { max: attachmentLimits.descriptionLength }),
})
