declare module 'autocannon' {
  import type { EventEmitter } from 'node:events'

  interface Options {
    readonly url: string
    readonly connections: number
    readonly amount: number
    readonly headers?: Readonly<Record<string, string>>
  }

  /** Emits `response` with client, status, bytes and milliseconds for each answer, and resolves at the end. */
  export default function autocannon(
    options: Options,
  ): EventEmitter & Promise<{ errors: number; timeouts: number }>
}
