import { ButtonLink } from '#app/ui/form/actions'

interface ProviderDoorProps {
  label: string
  href: string
  /** For who has just signed out here and is still signed in there. */
  signOutHref: string | null
}

/** Signing in by the city hall's identity provider; the password stands below it. */
export function ProviderDoor({ label, href, signOutHref }: ProviderDoorProps) {
  return (
    <>
      {signOutHref && (
        <p>
          {label}には、まだサインインしたままです。共用の端末では、そちらも終えてください：
          <a href={signOutHref}>{label}からもサインアウトする</a>
        </p>
      )}
      <p>
        <ButtonLink href={href}>{label}でサインインする</ButtonLink>
      </p>
      <h2>パスワードでサインインする</h2>
    </>
  )
}
