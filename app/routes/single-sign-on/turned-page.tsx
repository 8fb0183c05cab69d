import { Actions, ButtonLink } from '#app/ui/form/actions'
import { Page } from '#app/ui/page'

interface TurnedPageProps {
  sentence: string
  again: string
  password: string
}

export function TurnedPage({ sentence, again, password }: TurnedPageProps) {
  return (
    <Page title="サインインできませんでした">
      <p role="alert">{sentence}</p>
      <Actions>
        <ButtonLink href={again}>もう一度サインインする</ButtonLink>
        <ButtonLink href={password} kind="secondary">
          サインインのページに戻る
        </ButtonLink>
      </Actions>
    </Page>
  )
}
