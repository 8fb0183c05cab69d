import type { Provider } from '#app/web/provider.server'

/** One that is configured and never answers: nobody listens on the port of “discard”. */
export const deadProvider: Provider = {
  issuer: new URL('http://127.0.0.1:9/'),
  clientId: 'kaizen',
  clientSecret: 'secret',
  subjectClaim: 'sub',
  numberClaim: 'employee_number',
  label: '庁内アカウント',
  publicOrigin: new URL('http://127.0.0.1:3000'),
  patience: 5,
}
