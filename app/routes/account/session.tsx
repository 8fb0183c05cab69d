import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { guarded } from '#app/web/page.server'
import { peekSessionMs, sessionMsOf } from '#app/web/auth.server'

/** For the script that warns before the session ends: how long it still lasts, in milliseconds; null when it is over. */
export const loader = guarded('open', async ({ request }: LoaderFunctionArgs) =>
  Response.json({ leftMs: await peekSessionMs(request) }),
)

/** 「続ける」: asking as somebody who is there prolongs the session. */
export const action = guarded('open', async (args: ActionFunctionArgs) =>
  Response.json({ leftMs: await sessionMsOf(args) }),
)
