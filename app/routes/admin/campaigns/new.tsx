import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { firstDayOf, fiscalYearLabel, fiscalYearOf, lastDayOf, wareki } from '#app/domain/calendar'
import { NewCampaignForm } from '#app/domain/campaigns/forms.server'
import { listCampaigns } from '#app/domain/campaigns/lookup.server'
import { openCampaign } from '#app/domain/campaigns/opening.server'
import { insist } from '#app/domain/errors'
import { isSecretariat } from '#app/domain/organisation/actor'
import { mayChangeYear, mayKeepOrganisation } from '#app/domain/organisation/policy'
import { listKeptYears } from '#app/domain/organisation/year-settings.server'
import { CampaignFields } from '#app/ui/admin/campaign-fields'
import { Actions, Button } from '#app/ui/form/actions'
import { SelectField } from '#app/ui/form/fields'
import { ErrorSummary, VerbForm } from '#app/ui/form/form'
import { Page } from '#app/ui/page'
import { readForm, refuse } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { numberQuery } from '#app/web/params'
import { paths, withFlash } from '#app/web/paths'
import { titled } from '#app/web/title'
import { useForm } from '#app/web/use-form'
import { verb } from '#app/web/verb.server'

/** Begins as the last one was: under its name, with its answer to who decides and its 採点表. */
export const loader = page(async ({ actor, db, today, url, form }) => {
  insist(mayKeepOrganisation(actor))
  const years = (await listKeptYears(db)).filter((year) => mayChangeYear(actor, year).ok)
  const campaigns = await listCampaigns(db)
  const [last] = campaigns
  const fiscalYear = numberQuery(url, 'year') ?? fiscalYearOf(today)
  return {
    years: years.map((year) => ({ value: String(year.fiscalYear), label: fiscalYearLabel(year.fiscalYear) })),
    rubrics: campaigns.map(({ id, name, fiscalYear: of }) => ({
      value: String(id),
      label: `${fiscalYearLabel(of)}　${name}`,
    })),
    form: await form({
      ...{ fiscalYear: String(fiscalYear), name: last?.name ?? '' },
      ...{ opensOn: wareki(firstDayOf(fiscalYear)), closesOn: wareki(lastDayOf(fiscalYear)) },
      departmentMayDecide: last?.departmentMayDecide === 1 ? 'on' : '',
      rubricFromId: last ? String(last.id) : '',
    }),
  }
})

export const action = verb(async ({ actor, request, perform }) => {
  insist(mayKeepOrganisation(actor))
  const form = await readForm(request, NewCampaignForm)
  if (!form.ok) return refuse(form)

  const outcome = await perform(form, (ctx) => openCampaign(ctx, form.value))
  if (!outcome.ok) return refuse(form, outcome)

  const { campaignId } = outcome.value
  const next = isSecretariat(actor) ? paths.rubric(campaignId) : paths.campaign(campaignId)
  return redirect(withFlash(next, 'campaignOpened'))
})

export const meta: MetaFunction = ({ matches }) => titled('募集の登録', matches)

export default function NewCampaignPage() {
  const { years, rubrics, form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  return (
    <Page
      title="募集の登録"
      crumbs={[
        { href: paths.admin(), label: '管理' },
        { href: paths.campaigns(), label: '募集' },
        { label: '登録' },
      ]}
    >
      <ErrorSummary form={form} />
      <VerbForm form={form}>
        <SelectField
          form={form}
          name="fiscalYear"
          label="年度"
          required
          empty="選んでください"
          options={years}
        />
        <CampaignFields form={form} />
        <SelectField
          form={form}
          name="rubricFromId"
          label="採点表"
          hint="選んだ募集の採点表を写します。会議の資料を送るまで変えられます"
          empty="標準の採点表"
          width="full"
          options={rubrics}
        />
        <Actions>
          <Button>登録する</Button>
        </Actions>
      </VerbForm>
    </Page>
  )
}
