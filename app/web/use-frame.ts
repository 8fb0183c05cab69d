import { useRouteLoaderData } from '@remix-run/react'

/** What the loader of root.tsx gives to the frame around every page. */
export interface FrameFacts {
  readonly contact: string
  readonly requestId: string
  readonly flash: string | null
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
