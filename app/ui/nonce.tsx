import { createContext, useContext } from 'react'

const Nonce = createContext<string | undefined>(undefined)

export const NonceProvider = Nonce.Provider

/** For `<Scripts>` and `<ScrollRestoration>` in root.tsx. Known on the server only: browsers hide it from scripts. */
export function useNonce(): { nonce: string } | Record<never, never> {
  const nonce = useContext(Nonce)
  return nonce === undefined ? {} : { nonce }
}
