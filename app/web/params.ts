import { NotFound } from '#app/domain/errors'

/** A key in the address. Anything else is an address that does not exist. */
export function idParam(params: Readonly<Record<string, string | undefined>>, name: string): number {
  const text = params[name] ?? ''
  if (!/^[1-9]\d{0,14}$/.test(text)) throw new NotFound()
  return Number(text)
}

/** A whole number in the query, or nothing. */
export function numberQuery(url: URL, name: string): number | undefined {
  const text = url.searchParams.get(name) ?? ''
  return /^[1-9]\d{0,14}$/.test(text) ? Number(text) : undefined
}

/** Keys in the query, such as those of the boxes that were ticked on the page before. */
export function idsQuery(url: URL, name: string): number[] {
  return url.searchParams
    .getAll(name)
    .filter((id) => /^[1-9]\d{0,14}$/.test(id))
    .map(Number)
}

/** One of the given words in the query, or nothing. */
export function choiceQuery<const Choice extends string>(
  url: URL,
  name: string,
  choices: readonly Choice[],
): Choice | undefined {
  return choices.find((choice) => choice === url.searchParams.get(name))
}
