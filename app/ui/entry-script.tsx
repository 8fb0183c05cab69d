import { createContext, useContext } from 'react'

const EntryScript = createContext<string | undefined>(undefined)

/** Gives the address of the built app/entry.client.ts to the document around every page. */
export const EntryScriptProvider = EntryScript.Provider

export function useEntryScript(): string | undefined {
  return useContext(EntryScript)
}
