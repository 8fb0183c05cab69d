import type { AppLoadContext } from '@remix-run/node'

/** The requests whose form was not taken. One object per request, shared by the action and the loaders after it. */
const refused = new WeakSet<AppLoadContext>()

/** Passes on what an action answers, and remembers a refusal for the frame around the page that shows it. */
export function noteRefusal<T>(context: AppLoadContext, answer: T): T {
  if (statusOf(answer) >= 400) refused.add(context)
  return answer
}

export function wasRefused(context: AppLoadContext): boolean {
  return refused.has(context)
}

/** Of Remix's `data()`; whatever else an action answers is no form shown again. */
function statusOf(answer: unknown): number {
  const { init } = (answer ?? {}) as { init?: ResponseInit | null }
  return init?.status ?? 200
}
