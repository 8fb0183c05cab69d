import { RadioGroup } from '#app/ui/form/choices'
import { TextArea, TextField } from '#app/ui/form/fields'
import type { FormState } from '#app/ui/form/form-state'
import { SearchPick } from '#app/ui/form/search-pick'
import type { Picks, ThemeOption } from '#app/ui/proposals/picks'

interface SubjectFieldsProps {
  form: FormState
  picks: Picks
  themes: readonly ThemeOption[]
  titleLength: number
  /** Where scripts ask what looks alike while the title and the situation are typed. */
  similarAddress: string
}

export const readers = '照会を受けた課、委員会、事務局が読みます。結果通知のあとは全職員に公開されます'

/** 何を変えたいか: also about the work of another section, which is the usual case. */
export function SubjectFields({ form, picks, themes, titleLength, similarAddress }: SubjectFieldsProps) {
  return (
    <>
      {themes.length > 0 && (
        <RadioGroup
          form={form}
          name="themeId"
          label="募集しているテーマ"
          options={[
            { value: '', label: '自由提案' },
            ...themes.map(({ id, title, until }) => ({
              value: String(id),
              label: `テーマ「${title}」`,
              hint: until ?? undefined,
            })),
          ]}
        />
      )}
      <TextField
        form={form}
        name="title"
        label="提案の名前"
        required
        hint="何をどうするのかが分かる名前。例：窓口の待ち時間を短くするため番号札を導入する"
        counter={titleLength}
      />
      <div data-similar={similarAddress} data-similar-fields="title currentSituation proposal" />
      <TextArea
        form={form}
        name="currentSituation"
        label="今どうなっているか"
        required
        hint="だれが、どんなときに、何に困っているか"
        readers={readers}
        rows={6}
      />
      <SearchPick
        form={form}
        name="targetIds"
        label="対象の課"
        required
        multiple
        hint="その仕事をしている課。ほかの課のことでもかまいません。事務事業を選べば、なくてもかまいません"
        searchLabel="課の名前の一部"
        {...picks.targetIds}
      />
      <SearchPick
        form={form}
        name="projectIds"
        label="対象の事務事業"
        multiple
        hint="分からないときは、課だけを選んでください"
        searchLabel="事務事業の名前か課の名前の一部、または番号"
        {...picks.projectIds}
      />
    </>
  )
}

export function ChangeFields({ form }: { form: FormState }) {
  return (
    <>
      <TextArea form={form} name="proposal" label="どう変えるか" required readers={readers} rows={8} />
      <TextArea
        form={form}
        name="concerns"
        label="実施にあたって心配なこと"
        hint="思いつくものがあれば。解決していなくてもかまいません"
        readers={readers}
        rows={3}
      />
    </>
  )
}
