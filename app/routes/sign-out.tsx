import { type ActionFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Button } from '#app/ui/form/actions'
import { Page } from '#app/ui/page'
import { signOut } from '#app/web/auth.server'
import { site } from '#app/web/connections.server'
import { guarded, openPage } from '#app/web/page.server'
import { paths, withFlash } from '#app/web/paths'
import { departureForGood } from '#app/web/single-sign-on.server'
import { titled } from '#app/web/title'

export const loader = openPage(async ({ actor }) => {
  if (!actor) throw redirect(paths.signIn())
  return null
})

export const action = guarded('open', async (args: ActionFunctionArgs) => {
  const { headers, way } = await signOut(args)
  const place = withFlash(paths.signIn(), 'signedOut')
  const isStillSignedIn = way === 'singleSignOn' && site().provider && (await departureForGood(args))
  return redirect(isStillSignedIn ? `${place}&from=provider` : place, { headers })
})

export const meta: MetaFunction = ({ matches }) => titled('サインアウト', matches)

export default function SignOutPage() {
  return (
    <Page title="サインアウト">
      <p>共用の端末では、席を離れる前にサインアウトしてください。</p>
      <form method="post">
        <Button>サインアウトする</Button>
      </form>
    </Page>
  )
}
