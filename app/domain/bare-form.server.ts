import { z } from 'zod'

/** For a verb that asks nothing but the press of its button: key and version are every form's own. */
export const BareForm = z.object({})
