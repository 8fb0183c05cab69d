import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { YearDeadlinesForm } from '#app/domain/organisation/forms.server'
import { settingGroups, settingLabels } from '#app/domain/organisation/year-settings'
import { YearVerb } from '#app/ui/admin/year-verb'
import { Actions, Button } from '#app/ui/form/actions'
import { NumberField } from '#app/ui/form/fields'
import { VerbForm } from '#app/ui/form/form'
import { page } from '#app/web/page.server'
import { paths } from '#app/web/paths'
import { titled } from '#app/web/title'
import { useForm } from '#app/web/use-form'
import { verb } from '#app/web/verb.server'
import { loadSettings, saveSettings } from './loading.server'

export const loader = page((args) => loadSettings(args, settingGroups.deadlines))

export const action = verb((args) => saveSettings(args, YearDeadlinesForm))

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  titled(`期限と基準：${data?.label ?? ''}`, matches)

export default function YearDeadlinesPage() {
  const { fiscalYear, label, may, form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  return (
    <YearVerb
      title="期限と基準"
      label={label}
      hrefs={{ years: paths.years(), year: paths.year(fiscalYear) }}
      form={form}
      may={may}
    >
      <VerbForm form={form}>
        <p>すぐに使います。受付と検討の、もう決まっている期限は変わりません。</p>
        {fields.map(({ name, suffix, hint }) => (
          <NumberField
            key={name}
            form={form}
            name={name}
            label={settingLabels[name]}
            suffix={suffix}
            hint={hint}
            required
          />
        ))}
        <Actions>
          <Button>変更する</Button>
        </Actions>
      </VerbForm>
    </YearVerb>
  )
}

const fields = [
  { name: 'receiveWithinWorkingDays', suffix: '開庁日以内', hint: '提案の提出から受付まで' },
  { name: 'answerWithinDays', suffix: '日以内', hint: '照会から課の回答まで' },
  { name: 'noticeWithinDays', suffix: '日以内', hint: '判定から結果の通知まで' },
  { name: 'confirmWithinDays', suffix: '日以内', hint: '改善の報告から所属長の確認まで' },
  { name: 'remindDaysBefore', suffix: '日前', hint: '期限が近いことを示し始める日' },
  { name: 'minimumGroundsLength', suffix: '字以上', hint: '「現時点では困難」の根拠に求める長さ' },
  { name: 'titleLength', suffix: '字以内', hint: '改善の報告の件名' },
  { name: 'suspiciousMinutesPerYear', suffix: '時間／年', hint: '超える報告には、計算の根拠を尋ねます' },
  { name: 'suspiciousYenPerYear', suffix: '円／年', hint: '超える報告には、計算の根拠を尋ねます' },
  {
    name: 'prepareDaysBefore',
    suffix: '日前から',
    hint: '次の年度の準備で足りないものを、ホームに出し始める日。次の年度の初日から数えます',
  },
  {
    name: 'deputyRank',
    suffix: '級',
    hint: '所属長のいない所属の仕事を、部の中で代わる職位の級。職位の一覧の級（1 部長級、2 次長級、3 課長級…）で',
  },
  {
    name: 'followUpMonths',
    suffix: 'か月後',
    hint: '報告の確認か提案の実施から、「その後」を尋ねるまで。これから確認・実施されるものに使います。0なら尋ねません',
  },
] as const
