import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { changeCampaign } from '#app/domain/campaigns/changing.server'
import { CampaignForm } from '#app/domain/campaigns/forms.server'
import { CampaignFields, campaignLabels } from '#app/ui/admin/campaign-fields'
import { Actions, Button, Refused } from '#app/ui/form/actions'
import { ErrorSummary, VerbForm } from '#app/ui/form/form'
import { Page } from '#app/ui/page'
import { readForm, refuse } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { paths, withFlash } from '#app/web/paths'
import { titled } from '#app/web/title'
import { useForm } from '#app/web/use-form'
import { verb } from '#app/web/verb.server'
import { loadCampaign, typedCampaign } from './loading.server'

export const loader = page(async (args) => {
  const { campaign, mayChange } = await loadCampaign(args)
  const { id, name, version } = campaign
  return { id, name, mayChange, form: await args.form(typedCampaign(campaign), version) }
})

export const action = verb(async (args) => {
  const { campaign } = await loadCampaign(args)
  const form = await readForm(args.request, CampaignForm)
  if (!form.ok) return refuse(form)

  const { value, version } = form
  const outcome = await args.perform(form, (ctx) =>
    changeCampaign(ctx, { campaignId: campaign.id, version, ...value }),
  )
  if (!outcome.ok) return refuse(form, outcome, campaignLabels)

  return redirect(withFlash(paths.campaign(campaign.id), 'campaignChanged'))
})

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  titled(`募集の変更：${data?.name ?? ''}`, matches)

export default function CampaignEditPage() {
  const { id, name, mayChange, form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  return (
    <Page
      title={`募集の変更：${name}`}
      heading="募集の変更"
      crumbs={[
        { href: paths.campaigns(), label: '募集' },
        { href: paths.campaign(id), label: name },
        { label: '変更' },
      ]}
    >
      <ErrorSummary form={form} />
      {mayChange.ok ? (
        <VerbForm form={form}>
          <CampaignFields form={form} />
          <Actions>
            <Button>変更する</Button>
          </Actions>
        </VerbForm>
      ) : (
        <Refused reason={mayChange.reason}>変更する</Refused>
      )}
    </Page>
  )
}
