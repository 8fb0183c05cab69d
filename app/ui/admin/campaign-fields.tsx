import { Checkbox } from '#app/ui/form/choices'
import { DateField, TextArea, TextField } from '#app/ui/form/fields'
import type { FormState } from '#app/ui/form/form-state'

/** Field labels by name, for what two people changed at once. */
export const campaignLabels: Readonly<Record<string, string>> = {
  name: '募集の名前',
  opensOn: '開始日',
  closesOn: '締切日',
  departmentMayDecide: '課が決める',
  themes: '課題',
}

/** Everything about a 募集 that may still be changed. */
export function CampaignFields({ form }: { form: FormState }) {
  return (
    <>
      <TextField form={form} name="name" label="募集の名前" required counter={60} />
      <DateField form={form} name="opensOn" label="開始日" required hint="この日の午前0時から提案できます" />
      <DateField
        form={form}
        name="closesOn"
        label="締切日"
        hint="この日まで提案できます。決まっていなければ空欄にします"
      />
      <TextArea
        form={form}
        name="themes"
        label="課題"
        rows={5}
        hint="課題提案の題を、1行に1つずつ。自由提案は、課題がなくてもできます"
      />
      <Checkbox
        form={form}
        name="departmentMayDecide"
        label="「実施する」と回答した課が、委員会にかけずに決める"
        hint="提案が提出されたあとは変えられません"
      />
    </>
  )
}
