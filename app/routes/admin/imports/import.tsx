import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { dayOf, timeOf, wareki } from '#app/domain/calendar'
import { stepOf, undoUntil } from '#app/domain/transfer/import'
import { listPreviewLines } from '#app/domain/transfer/import-lookup.server'
import { listLabels } from '#app/domain/transfer/list'
import { mayUndo } from '#app/domain/transfer/undoing.server'
import { importSteps } from '#app/ui/admin/import-labels'
import { Page } from '#app/ui/page'
import { StepNav } from '#app/ui/step-nav'
import { page } from '#app/web/page.server'
import { paths } from '#app/web/paths'
import { titled } from '#app/web/title'
import { Outcome } from './import-outcome'
import { Preview } from './import-preview'
import { Working } from './import-working'
import { loadImport } from './loading.server'

const shown = 20

export const loader = page(async (args) => {
  const { mapping: _, fingerprint: __, ...facts } = await loadImport(args)
  const step = stepOf({ ...facts, mapping: {}, fingerprint: null }, args.now)
  if (step === 'mapping') throw redirect(paths.importMapping(facts.id))
  const lines = (outcome: 'error' | 'changed' | 'added' | 'missing') =>
    listPreviewLines(args.db, facts.id, outcome, { limit: shown })
  const isPreviewed = step === 'previewed'
  return {
    ...{ facts, step, title: `${listLabels[facts.list]}の取り込み` },
    uploaded: `${wareki(dayOf(facts.uploadedAt))} ${timeOf(facts.uploadedAt)}`,
    applied: facts.appliedAt && `${wareki(dayOf(facts.appliedAt))} ${timeOf(facts.appliedAt)}`,
    undoUntil: facts.appliedAt && wareki(undoUntil(facts.appliedAt)),
    mayUndo: mayUndo({ ...facts, mapping: {}, fingerprint: null }, args.today).ok,
    preview: isPreviewed && {
      error: await lines('error'),
      changed: await lines('changed'),
      added: await lines('added'),
      missing: await lines('missing'),
    },
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  titled(data ? `${data.title}：${data.facts.fileName}` : '取り込み')

const steps = {
  working: 2,
  stalled: 2,
  failed: 1,
  previewed: 2,
  applied: 4,
  undone: 4,
  discarded: 1,
} as const

export default function ImportPage() {
  const loaded = useLoaderData<typeof loader>()
  const { facts, step, title, uploaded } = loaded
  return (
    <Page
      title={title}
      crumbs={[
        { href: paths.home(), label: 'ホーム' },
        { href: paths.admin(), label: '管理' },
        { href: paths.imports(), label: 'CSVの取り込みと書き出し' },
        { label: facts.fileName },
      ]}
      meta={
        <>
          <span>
            {facts.fileName}（{facts.encoding}）
          </span>
          <span>
            {uploaded}　{facts.uploadedBy ?? 'コマンド'}
          </span>
        </>
      }
      wide
    >
      <StepNav steps={importSteps} at={steps[step]} done={step === 'applied'} />
      {loaded.preview && <Preview facts={facts} lines={loaded.preview} />}
      {(step === 'working' || step === 'stalled') && (
        <Working id={facts.id} progress={facts.progress} isStalled={step === 'stalled'} />
      )}
      {(step === 'applied' || step === 'undone' || step === 'discarded' || step === 'failed') && (
        <Outcome {...loaded} facts={facts} step={step} />
      )}
    </Page>
  )
}
