import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { YearTargetForm } from '#app/domain/organisation/forms.server'
import { settingGroups } from '#app/domain/organisation/year-settings'
import { YearVerb } from '#app/ui/admin/year-verb'
import { Actions, Button } from '#app/ui/form/actions'
import { NumberField, TextArea, TextField } from '#app/ui/form/fields'
import { VerbForm } from '#app/ui/form/form'
import { page } from '#app/web/page.server'
import { paths } from '#app/web/paths'
import { titled } from '#app/web/title'
import { useForm } from '#app/web/use-form'
import { verb } from '#app/web/verb.server'
import { loadSettings, saveSettings } from './loading.server'

export const loader = page((args) => loadSettings(args, settingGroups.target))

export const action = verb((args) => saveSettings(args, YearTargetForm))

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  titled(`目標と定義：${data?.label ?? ''}`, matches)

export default function YearTargetPage() {
  const { fiscalYear, label, may, form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  return (
    <YearVerb
      title="目標と定義"
      label={label}
      hrefs={{ years: paths.years(), year: paths.year(fiscalYear) }}
      form={form}
      may={may}
    >
      <VerbForm form={form}>
        <TextField
          form={form}
          name="targetPermille"
          label="目標"
          suffix="％"
          width="short"
          inputMode="decimal"
          figures
          hint="小数第1位まで。決まっていなければ空欄にします"
        />
        <TextArea
          form={form}
          name="definition"
          label="定義"
          required
          counter={500}
          hint="割合のそばに、いつも示します"
        />
        <NumberField
          form={form}
          name="smallDepartmentProjects"
          label="「参考」と示す課の事務事業の数"
          required
          hint="この数より少ない課の割合には、「参考」と添えます"
        />
        <Actions>
          <Button>変更する</Button>
        </Actions>
      </VerbForm>
    </YearVerb>
  )
}
