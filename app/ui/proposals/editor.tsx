import { Actions, Button } from '#app/ui/form/actions'
import { Disclosure } from '#app/ui/disclosure'
import { VerbForm } from '#app/ui/form/form'
import type { FormState } from '#app/ui/form/form-state'
import { EffectFields, PeopleFields } from '#app/ui/proposals/editor-effect'
import { ChangeFields, SubjectFields } from '#app/ui/proposals/editor-subject'
import type { Picks, ThemeOption } from '#app/ui/proposals/picks'

export interface EditorProps {
  form: FormState
  picks: Picks
  themes: readonly ThemeOption[]
  titleLength: number
  similarAddress: string
  /** Where the draft is kept while typing. */
  autosave: string
  discardHref?: string | undefined
}

const sections = [
  { id: 'subject', title: '何を変えたいか', fields: SubjectFields },
  { id: 'change', title: 'どう変えるか', fields: ChangeFields },
  { id: 'effect', title: '期待する効果', fields: EffectFields },
  { id: 'people', title: 'だれと', fields: PeopleFields },
] as const

/** One page, four parts: texts are pasted from elsewhere and people want to see the whole. */
export function ProposalEditor({ autosave, discardHref, ...editor }: EditorProps) {
  return (
    <>
      <nav aria-label="このページの項目">
        <ol className="flex flex-wrap gap-x-6">
          {sections.map(({ id, title }, index) => (
            <li key={id}>
              <a href={`#${id}`} className="nav-link">
                {index + 1} {title}
              </a>
            </li>
          ))}
        </ol>
      </nav>
      <Disclosure summary="提案の対象にならないもの">
        <p>
          人事、給与、個人への苦情や要望は、この制度では扱えません。人事課、職員相談の窓口にご相談ください。
        </p>
      </Disclosure>
      <VerbForm form={editor.form} autosave={autosave} searches>
        {sections.map(({ id, title, fields: Fields }, index) => (
          <section key={id} className="form-flow" aria-labelledby={id}>
            <h2 id={id}>
              {index + 1} {title}
            </h2>
            <Fields {...editor} />
          </section>
        ))}
        <Actions>
          <Button>確認へ進む</Button>
          <Button kind="secondary" name="keep" value="draft">
            下書きを保存する
          </Button>
          <Button kind="secondary" name="keep" value="attachments">
            保存して写真・資料を付ける
          </Button>
          {discardHref && (
            <a href={discardHref} className="nav-link">
              下書きを破棄する
            </a>
          )}
        </Actions>
      </VerbForm>
    </>
  )
}

/** Labels by field, for the summary of errors and for two texts side by side. */
export const proposalLabels: Readonly<Record<string, string>> = {
  themeId: 'テーマ',
  title: '提案の名前',
  currentSituation: '今どうなっているか',
  targetIds: '対象の課',
  projectIds: '対象の事務事業',
  proposal: 'どう変えるか',
  concerns: '実施にあたって心配なこと',
  effectTags: 'よくなること',
  expectedEffect: '期待する効果',
  hoursPerYear: '1年間に減る時間',
  yenPerYear: '1年間に減る費用',
  cost: '実施にかかる費用',
  coAuthorIds: 'メンバー',
  groupName: 'グループ名',
  nameDisclosure: '氏名の公開',
  willingness: '採用されたときの関わり方',
}
