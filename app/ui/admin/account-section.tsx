import { dayOf, type Instant, timeOf, wareki } from '#app/domain/calendar'
import { Button, ButtonLink } from '#app/ui/form/actions'
import { SummaryList } from '#app/ui/summary-list'

interface AccountSectionProps {
  account: {
    readonly openedAs: 'initial' | 'own' | 'without'
    readonly initialUntil: Instant | null
    readonly disabledAt: Instant | null
    readonly lastSignedInAt: Instant | null
  } | null
  /** Null for whoever may look but not act. */
  hrefs: {
    readonly initialPassword: string
    readonly signOut: string
    readonly stop: string
    readonly resumption: string
    /** Undefined where the town has no single sign-on. */
    readonly link?: string | undefined
  } | null
}

export function AccountSection({ account, hrefs }: AccountSectionProps) {
  return (
    <section className="flow">
      <h2>アカウント</h2>
      {account === null ? (
        <p>アカウントはありません。</p>
      ) : (
        <SummaryList
          empty="なし"
          rows={[
            {
              label: '状態',
              value: account.disabledAt ? `利用停止（${inWords(account.disabledAt)}から）` : '使えます',
            },
            {
              label: 'パスワード',
              value:
                account.openedAs === 'initial' && account.initialUntil
                  ? `初期パスワード（期限 ${inWords(account.initialUntil)}）`
                  : account.openedAs === 'own' && '本人が決めたもの',
            },
            {
              label: '最後のサインイン',
              value: account.lastSignedInAt && inWords(account.lastSignedInAt),
            },
          ]}
        />
      )}
      {hrefs && (
        <div className="flex flex-wrap items-center gap-3 no-print">
          <ButtonLink kind="secondary" href={hrefs.initialPassword}>
            {account ? '初期パスワードを発行し直す' : 'アカウントを作る'}
          </ButtonLink>
          {hrefs.link && (
            <ButtonLink kind="secondary" href={hrefs.link}>
              シングルサインオンのひも付けを見る
            </ButtonLink>
          )}
          {account && !account.disabledAt && (
            <>
              <form method="post" action={hrefs.signOut}>
                <Button kind="secondary">すべての端末をサインアウトする</Button>
              </form>
              <form method="post" action={hrefs.stop}>
                <Button kind="secondary">利用停止にする</Button>
              </form>
            </>
          )}
          {account?.disabledAt && (
            <form method="post" action={hrefs.resumption}>
              <Button kind="secondary">利用を再開する</Button>
            </form>
          )}
        </div>
      )}
    </section>
  )
}

function inWords(at: Instant): string {
  return `${wareki(dayOf(at))} ${timeOf(at)}`
}
