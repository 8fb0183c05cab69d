import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { attachmentLimits, mostBytesInWords } from '#app/domain/attachments/attachment'
import { measureStored } from '#app/domain/attachments/measuring.server'
import { maySeeStorage } from '#app/domain/attachments/policy'
import { insist } from '#app/domain/errors'
import { bytesInWords } from '#app/ui/attachments/words'
import { Page } from '#app/ui/page'
import { SummaryList } from '#app/ui/summary-list'
import { fileStore, site } from '#app/web/connections.server'
import { page } from '#app/web/page.server'
import { paths } from '#app/web/paths'
import { titled } from '#app/web/title'

export const loader = page(async ({ actor, db }) => {
  insist(maySeeStorage(actor))
  const { scanner, megabytesPerDay } = site()
  const files = fileStore()
  const [scans, isThere, stored] = await Promise.all([scanner?.answers(), files.answers(), measureStored(db)])
  return { scans: scans ?? null, kind: files.kind, isThere, stored, megabytesPerDay: megabytesPerDay ?? null }
})

export const meta: MetaFunction = () => titled('写真と資料の受け取り')

/** What the server was started with, and how it goes. */
export default function FilesPage() {
  const { scans, kind, isThere, stored, megabytesPerDay } = useLoaderData<typeof loader>()
  return (
    <Page
      title="写真と資料の受け取り"
      crumbs={[
        { href: paths.home(), label: 'ホーム' },
        { href: paths.admin(), label: '管理' },
        { label: '写真と資料の受け取り' },
      ]}
    >
      <p>サーバーを起動したときの設定と、今の状態です。設定は、サーバーを運用する人が変えます。</p>
      <SummaryList
        rows={[
          { label: 'ウイルスの検査', value: scansInWords(scans) },
          { label: '保存する場所', value: placeInWords(kind, isThere) },
          { label: '1つの大きさ', value: `${mostBytesInWords}まで` },
          { label: '1件に付けられる数', value: `${attachmentLimits.files}つまで` },
          {
            label: '1人が1日に送れる大きさ',
            value: megabytesPerDay === null ? '限りなし' : `合わせて${megabytesPerDay}MBまで`,
          },
          { label: '付いている写真', value: `${stored.photos.toLocaleString('ja-JP')}枚` },
          { label: '付いている資料', value: `${stored.documents.toLocaleString('ja-JP')}件` },
          { label: '保存している大きさ', value: stored.bytes === 0 ? '0KB' : bytesInWords(stored.bytes) },
        ]}
      />
    </Page>
  )
}

function placeInWords(kind: 'folder' | 's3', isThere: boolean): string {
  if (kind === 'folder') return 'サーバーのフォルダー'
  return isThere
    ? 'S3互換の保存サーバー（応答しています）'
    : 'S3互換の保存サーバーが応答していません。応答するまで、写真と資料は受け取れず、見られません'
}

function scansInWords(scans: boolean | null): string {
  if (scans === null) return '検査していません（CLAMD_ADDRESS が指定されていません）'
  return scans
    ? '検査しています（clamd が応答しています）'
    : 'clamd が応答していません。応答するまで、写真と資料は受け取れません'
}
