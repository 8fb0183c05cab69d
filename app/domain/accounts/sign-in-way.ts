/** How a session began: by number and password, or by the city hall's identity provider 「シングルサインオン」. */
export type SignInWay = 'password' | 'singleSignOn'

/** Who the identity provider says somebody is: `subject` means something only together with its issuer. */
export interface Identity {
  readonly issuer: string
  readonly subject: string
}
