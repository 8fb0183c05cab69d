import { type Day, wareki } from '#app/domain/calendar'

interface DraftExpiryProps {
  /** Null where the draft stays: nothing is shown. */
  expiresOn: Day | null
  /** Where it can be kept as it is. */
  keepHref: string
}

/** On the page of a draft that nobody saved for long: until when it is there, and how it stays. */
export function DraftExpiry({ expiresOn, keepHref }: DraftExpiryProps) {
  if (expiresOn === null) return null
  return (
    <p className="card">
      長く保存されていないため、この下書きを<time dateTime={expiresOn}>{wareki(expiresOn)}</time>
      に廃棄します。保存するか、
      <a href={keepHref} className="nav-link">
        この下書きを残す
      </a>
      と、廃棄しません。
    </p>
  )
}

/** What is shown where keeping is asked for. */
export function ExpiryInWords({ expiresOn }: { expiresOn: Day | null }) {
  return expiresOn === null ? (
    <p>この下書きを廃棄する予定は、ありません。</p>
  ) : (
    <p>
      長く保存されていないため、この下書きを<time dateTime={expiresOn}>{wareki(expiresOn)}</time>
      に廃棄します。残すと、内容はそのままで、期間を今日から数え直します。
    </p>
  )
}
