import { effectTags } from '#app/domain/effects'
import { CheckboxGroup, RadioGroup } from '#app/ui/form/choices'
import { EffectCalculator } from '#app/ui/form/effect-calculator'
import { NumberField, TextArea, TextField } from '#app/ui/form/fields'
import type { FormState } from '#app/ui/form/form-state'
import { SearchPick } from '#app/ui/form/search-pick'
import { readers } from '#app/ui/proposals/editor-subject'
import type { Picks } from '#app/ui/proposals/picks'
import { disclosureLabels, effectTagLabels, willingnessLabels } from '#app/ui/words'

/** 期待する効果: nothing of it is compulsory, an idea may come before its figures. */
export function EffectFields({ form }: { form: FormState }) {
  return (
    <>
      <p>分からなければ、空欄のままで結構です。</p>
      <CheckboxGroup
        form={form}
        name="effectTags"
        label="よくなること（いくつでも）"
        options={effectTags.map((tag) => ({ value: tag, label: effectTagLabels[tag] }))}
        row
      />
      <NumberField
        form={form}
        name="hoursPerYear"
        label="1年間に減る時間"
        suffix="時間"
        inputMode="decimal"
      />
      <EffectCalculator
        form={form}
        hours="hoursPerYear"
        minutes="minutesEach"
        times="timesPerYear"
        people="peopleCount"
      />
      <NumberField form={form} name="yenPerYear" label="1年間に減る費用" suffix="円" width="medium" />
      <TextArea form={form} name="expectedEffect" label="期待する効果" readers={readers} rows={4} />
      <TextField form={form} name="cost" label="実施にかかる費用" hint="例：番号札の発券機 約20万円" />
    </>
  )
}

/** だれと: alone or as a group, by name or without, and how to take part if it is adopted. */
export function PeopleFields({ form, picks }: { form: FormState; picks: Picks }) {
  return (
    <>
      <SearchPick
        form={form}
        name="coAuthorIds"
        label="いっしょに提案するメンバー"
        multiple
        hint="メンバーは下書きを読み書きでき、自分で外れることもできます。代表はあなたです"
        searchLabel="職員番号・名前・かな"
        {...picks.coAuthorIds}
      />
      <TextField form={form} name="groupName" label="グループ名" width="medium" />
      <RadioGroup
        form={form}
        name="nameDisclosure"
        label="氏名の公開"
        required
        options={Object.entries(disclosureLabels).map(([value, label]) => ({ value, label }))}
      />
      <RadioGroup
        form={form}
        name="willingness"
        label="採用されたときの関わり方"
        required
        hint="どれを選んでも、採用されるかどうかには影響しません"
        options={Object.entries(willingnessLabels).map(([value, label]) => ({ value, label }))}
      />
    </>
  )
}
