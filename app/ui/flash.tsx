import { cx } from '#app/ui/cx'

/** What has just been done, with the name of the thing and a way to it. Stays until the next page. */
export interface Flash {
  text: string
  tone?: 'success' | 'warning' | undefined
  link?: { href: string; label: string } | undefined
}

const words = { success: '完了', warning: '注意' } as const

export function FlashBanner({ flash }: { flash: Flash }) {
  const tone = flash.tone ?? 'success'
  return (
    <div
      role="status"
      className={cx(
        'flex flex-wrap items-center gap-x-4 gap-y-1 rounded-12 border-2 px-4 py-2 no-print',
        tone === 'success' ? 'border-green-800' : 'border-orange-900',
      )}
    >
      <span className={cx('font-700', tone === 'success' ? 'text-green-800' : 'text-orange-900')}>
        {words[tone]}
      </span>
      <span>{flash.text}</span>
      {flash.link && (
        <a href={flash.link.href} className="nav-link">
          {flash.link.label}
        </a>
      )}
    </div>
  )
}
