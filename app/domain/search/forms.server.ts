import { z } from 'zod'
import { optionalText } from '../fields.server'

export const SynonymsForm = z.object({ text: optionalText('同義語', { max: 15_000 }) })
