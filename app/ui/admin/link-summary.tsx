import { dayOf, type Instant, timeOf, wareki } from '#app/domain/calendar'
import { Actions, Button } from '#app/ui/form/actions'
import { SummaryList } from '#app/ui/summary-list'

interface LinkSummaryProps {
  link: {
    readonly issuer: string
    readonly subject: string
    readonly linkedAt: Instant
    readonly linkedByName: string | null
  }
  /** Of today: a link to a former one opens nothing. */
  issuer: string
  /** The address that takes the link away. */
  removal: string
}

export function LinkSummary({ link, issuer, removal }: LinkSummaryProps) {
  const isFormer = link.issuer !== issuer
  return (
    <>
      <SummaryList
        rows={[
          { label: '利用者ID', value: link.subject },
          ...(isFormer ? [{ label: '発行者', value: link.issuer }] : []),
          { label: 'ひも付けた日時', value: `${wareki(dayOf(link.linkedAt))} ${timeOf(link.linkedAt)}` },
          {
            label: 'ひも付けた人',
            value: link.linkedByName ?? '初めてのサインイン（職員番号による）か、サーバーの運用担当',
          },
        ]}
      />
      {isFormer && (
        <p>前の認証基盤のものです。今のサインインには使えません。外してから、ひも付け直してください。</p>
      )}
      <form method="post" action={removal}>
        <p>外すと、すべての端末がサインアウトします。</p>
        <Actions>
          <Button kind="secondary">ひも付けを外す</Button>
        </Actions>
      </form>
    </>
  )
}
