import { Button } from '#app/ui/form/actions'
import { formOf, TextField } from '#app/ui/form/fields'
import { DataTable } from '#app/ui/table'

interface PowersSectionProps {
  heading: string
  powers: readonly { readonly may: string; readonly because: string }[]
  /** The day as it was typed. */
  asked: string
  isUnreadable: boolean
}

/** What a person may do on a day, and because of which post or seat. */
export function PowersSection({ heading, powers, asked, isUnreadable }: PowersSectionProps) {
  const unreadable = '令和8年4月1日、R8.4.1、2026/4/1のように入力してください'
  const form = formOf({ on: asked })
  return (
    <section className="flow" aria-labelledby="powers">
      <h2 id="powers">{heading}</h2>
      <p>
        提案と報告を書くこと、改善事例と指標を見ることは、だれにでもできます。そのほかにできることと、その理由です。権限は登録するのではなく、発令と名簿から決まります。
      </p>
      {powers.length === 0 ? (
        <p>この日には、そのほかにできることはありません。</p>
      ) : (
        <DataTable
          caption="できることと理由"
          captionHidden
          rows={powers}
          keyOf={({ may, because }) => `${may} ${because}`}
          columns={[
            { key: 'may', label: 'できること', cell: ({ may }) => may },
            { key: 'because', label: '理由（発令・名簿）', cell: ({ because }) => because },
          ]}
        />
      )}
      <form method="get" className="form-flow no-print" aria-label="ほかの日を確かめる">
        <TextField
          form={isUnreadable ? { ...form, errors: { on: [unreadable] } } : form}
          name="on"
          label="ほかの日を確かめる"
          width="medium"
          hint="過去の日も、これからの日も確かめられます"
        />
        <Button kind="secondary">確かめる</Button>
      </form>
    </section>
  )
}
