import { Disclosure } from '#app/ui/disclosure'
import { PlainText } from '#app/ui/text'

interface Texts {
  readonly title: string
  readonly currentSituation: string
  readonly proposal: string
  readonly expectedEffect: string
}

const fields = [
  { field: 'title', label: '提案の名前' },
  { field: 'currentSituation', label: '今どうなっているか' },
  { field: 'proposal', label: 'どう変えるか' },
  { field: 'expectedEffect', label: '期待する効果' },
] as const

/** A second try beside the first one: what was changed is seen without searching. */
export function EarlierBeside({ earlier, now }: { earlier: Texts | null; now: Texts }) {
  if (!earlier) return null
  return (
    <Disclosure summary="前の提案と並べて見る">
      {fields.map(({ field, label }) => (
        <section key={field} className="grid gap-4 md:grid-cols-2">
          <h3 className="md:col-span-2">
            {label}
            {earlier[field] === now[field] && '（変更なし）'}
          </h3>
          <Side title="前の提案" text={earlier[field]} />
          <Side title="今回の提案" text={now[field]} />
        </section>
      ))}
    </Disclosure>
  )
}

function Side({ title, text }: { title: string; text: string }) {
  return (
    <div className="card">
      <p className="font-700">{title}</p>
      {text ? <PlainText text={text} /> : <p className="secondary">未入力</p>}
    </div>
  )
}
