import { effectTags, ictKinds } from '#app/domain/effects'
import { Disclosure } from '#app/ui/disclosure'
import { Checkbox, CheckboxGroup, RadioGroup } from '#app/ui/form/choices'
import { EffectCalculator } from '#app/ui/form/effect-calculator'
import { textOf } from '#app/ui/form/field'
import { DateField, NumberField, SelectField, TextArea, TextField } from '#app/ui/form/fields'
import type { FormState } from '#app/ui/form/form-state'
import { SearchPick } from '#app/ui/form/search-pick'
import { type Pickable, practiceLabels as labels } from '#app/ui/practices/labels'
import { effectTagLabels, ictKindLabels } from '#app/ui/words'

export interface PracticeChoices {
  readonly ownProjects: readonly Pickable[]
  readonly otherProjects: readonly Pickable[]
  readonly members: readonly Pickable[]
  /** The field that was searched for, and what was found. */
  readonly searched: string | null
  readonly found: readonly Pickable[] | null
}

interface PracticeFieldsProps {
  form: FormState
  choices: PracticeChoices
  titleLength: number
}

/** One page, some three minutes: what was changed, for which project, and what got better. */
export function PracticeFields({ form, choices, titleLength }: PracticeFieldsProps) {
  return (
    <>
      <TextField
        form={form}
        name="title"
        label={labels.title}
        required
        counter={titleLength}
        hint={`何をどう変えたかが分かる${titleLength}字以内の名前。例：会議資料をPDFで事前共有`}
      />
      <ProjectFields form={form} choices={choices} />
      <TextArea form={form} name="before" label={labels.before} rows={3} readers="全職員に公開されます" />
      <TextArea form={form} name="change" label={labels.change} required readers="全職員に公開されます" />
      <CheckboxGroup
        form={form}
        name="effectTags"
        label={labels.effectTags}
        hint="いくつでも選べます。"
        options={effectTags.map((tag) => ({ value: tag, label: effectTagLabels[tag] }))}
        row
      />
      <EffectFields form={form} />
      <SelectField
        form={form}
        name="ictKind"
        label={labels.ictKind}
        empty="使っていない"
        options={ictKinds.map((kind) => ({ value: kind, label: ictKindLabels[kind] }))}
      />
      <DateField form={form} name="implementedOn" label={labels.implementedOn} required />
      <SearchPick
        form={form}
        name="memberIds"
        label={labels.memberIds}
        hint="グループで取り組んだときに加えます。"
        searchLabel="職員番号・名前・かな"
        multiple
        chosen={choices.members}
        results={choices.searched === 'memberIds' ? choices.found : null}
        query={textOf(form, 'memberIdsQuery')}
      />
    </>
  )
}

function ProjectFields({ form, choices }: Pick<PracticeFieldsProps, 'form' | 'choices'>) {
  const results = choices.searched === 'otherProjectIds' ? choices.found : null
  return (
    <>
      <CheckboxGroup
        form={form}
        name="projectIds"
        label={labels.projectIds}
        required
        hint={choices.ownProjects.length > 0 ? 'あなたの課の事務事業から選べます。' : undefined}
        options={choices.ownProjects}
      >
        <Checkbox form={form} name="projectUnknown" label="分からない（確認する人が選びます）" />
      </CheckboxGroup>
      <Disclosure
        summary="ほかの課の事務事業をさがす"
        open={results !== null || choices.otherProjects.length > 0 || choices.ownProjects.length === 0}
      >
        <SearchPick
          form={form}
          name="otherProjectIds"
          label={labels.otherProjectIds}
          searchLabel="事務事業の名前・番号・課の名前"
          multiple
          chosen={choices.otherProjects}
          results={results}
          query={textOf(form, 'otherProjectIdsQuery')}
        />
      </Disclosure>
    </>
  )
}

function EffectFields({ form }: Pick<PracticeFieldsProps, 'form'>) {
  const explains = textOf(form, 'calculationBasis') !== '' || form.errors['calculationBasis'] !== undefined
  return (
    <>
      <NumberField
        form={form}
        name="hoursPerYear"
        label={labels.hoursPerYear}
        hint="分かる範囲でかまいません。1回の時間×回数×人数で計算できます。"
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
      <NumberField
        form={form}
        name="yenPerYear"
        label={labels.yenPerYear}
        hint="減った費用と増えた歳入の合計です。"
        suffix="円"
        width="medium"
      />
      {explains && (
        <TextArea
          form={form}
          name="calculationBasis"
          label={labels.calculationBasis}
          rows={2}
          hint="どのように計算したかを書きます。例：契約書の金額の差"
          readers="全職員に公開されます"
        />
      )}
      <RadioGroup
        form={form}
        name="recurring"
        label={labels.recurring}
        options={[
          { value: 'recurring', label: '毎年続く' },
          { value: 'once', label: '今回かぎり' },
        ]}
        row
      />
    </>
  )
}
