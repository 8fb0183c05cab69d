import { z } from 'zod'
import { requiredId } from '../fields.server'

/** The newest notice that was on the page. */
export const ReadUpToForm = z.object({ upTo: requiredId('お知らせ') })
