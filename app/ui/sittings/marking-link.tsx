/** The switch for 「取扱注意」 at the head of a paper. */
export function MarkingLink({ marked, href }: { marked: boolean; href: string }) {
  return (
    <p className="no-print">
      <a href={href} className="nav-link">
        {marked ? '「取扱注意」を外す' : '「取扱注意」を付ける'}
      </a>
    </p>
  )
}
