import type { ReactNode } from 'react'
import { cx } from '#app/ui/cx'

interface PrintFrameProps {
  title: string
  /** Label and value of the head of the paper: number, department, name, date. */
  head?: readonly { label: string; value: ReactNode }[] | undefined
  landscape?: boolean | undefined
  /** 「取扱注意」 and the like, at the head of the paper. */
  marking?: string | undefined
  backHref: string
  children: ReactNode
}

/** One paper, A4: everything open, nothing to click. On the screen it says how to print it. */
export function PrintFrame({ title, head, landscape, marking, backHref, children }: PrintFrameProps) {
  return (
    <article className={cx('page-width flow py-6', landscape && 'page-width-wide print-landscape')}>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2 no-print">
        <a href={backHref} className="nav-link">
          もとのページへ
        </a>
        <button type="button" className="button button-secondary" hidden data-print="">
          印刷する
        </button>
        <p>
          Ctrl＋P（Macは⌘＋P）で、A4{landscape ? '横' : '縦'}
          に印刷できます。PDFにするときは「PDFとして保存」を選びます。
        </p>
      </div>
      {marking && <p className="text-end font-700">{marking}</p>}
      <h1>{title}</h1>
      {head && (
        <table className="table">
          <tbody>
            {head.map(({ label, value }) => (
              <tr key={label}>
                <th scope="row" className="w-40">
                  {label}
                </th>
                <td>{value}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {children}
    </article>
  )
}
