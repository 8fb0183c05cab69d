/** A browser without JavaScript: one person, one cookie, forms sent as they were shown. */
export interface Visitor {
  readonly cookie: string
  get(path: string): Promise<Response>
  /** Posts a form as a browser does. Never follows the answer. */
  post(path: string, fields: Fields): Promise<Response>
  /** The hidden fields of the first form of a page that has a one-time key. */
  fieldsOf(path: string): Promise<Record<string, string>>
}

export type Insistence = (ask: () => Promise<Response>) => Promise<Response>

export type Fields = Readonly<Record<string, string | readonly string[]>>

/** Throws when the number and password do not sign in. */
export async function signIn(origin: string, employeeNumber: string, password: string): Promise<Visitor> {
  const answer = await send(origin, '/sign-in', '', { employeeNumber, password })
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0]
  if (answer.status !== 302 || !cookie) throw new Error(`Signing in as ${employeeNumber}: ${answer.status}`)
  return visitorWith(origin, cookie)
}

/** One who is signed in already. `insist` may ask a second time when it was told to come again. */
export function visitorWith(origin: string, cookie: string, insist: Insistence = (ask) => ask()): Visitor {
  const get = (path: string) =>
    insist(() => fetch(origin + path, { headers: { cookie }, redirect: 'manual' }))
  return {
    cookie,
    get,
    post: (path, fields) => insist(() => send(origin, path, cookie, fields)),
    async fieldsOf(path) {
      const answer = await get(path)
      const page = await answer.text()
      const form = /<form[^>]*method="post"(?:(?!<\/form>)[\s\S])*name="formKey"[\s\S]*?<\/form>/.exec(
        page,
      )?.[0]
      if (answer.status !== 200 || !form) throw new Error(`${path}: ${answer.status}, no form with a key`)
      return Object.fromEntries(
        [...form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([input]) => [
          /name="([^"]*)"/.exec(input)?.[1] ?? '',
          /value="([^"]*)"/.exec(input)?.[1] ?? '',
        ]),
      )
    },
  }
}

function send(origin: string, path: string, cookie: string, fields: Fields): Promise<Response> {
  const body = new URLSearchParams(
    Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one])),
  )
  const headers = { cookie, origin, 'content-type': 'application/x-www-form-urlencoded' }
  return fetch(origin + path, { method: 'POST', headers, body: body.toString(), redirect: 'manual' })
}
