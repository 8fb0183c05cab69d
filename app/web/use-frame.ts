import { useRouteLoaderData } from '@remix-run/react'
import type { Day } from '#app/domain/calendar'

/** What the loader of root.tsx gives to the frame around every page. */
export interface FrameFacts {
  readonly contact: string
  readonly requestId: string
  readonly flash: string | null
  /** The form that was sent with this request was not taken. */
  readonly refused: boolean
  /** Until the session ends if nothing more is asked; null for a stranger. */
  readonly sessionMs: number | null
  /** The day on the clock of the sample town, where that is not the day of the machine. */
  readonly sampleDay: Day | null
  readonly viewer: {
    readonly name: string
    readonly department: string
    readonly unread: number
    readonly places: readonly { readonly href: string; readonly label: string }[]
  } | null
}

/** Nothing where that loader has failed. */
export function useFrame(): FrameFacts | undefined {
  return useRouteLoaderData<FrameFacts>('root')
}
