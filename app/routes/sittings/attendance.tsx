import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listMembers, recordAttendance } from '#app/domain/committees/attendance.server'
import { AttendanceForm } from '#app/domain/committees/forms.server'
import { mayRecordAttendance } from '#app/domain/committees/policy'
import { quorumInWords } from '#app/domain/organisation/quorum-rule'
import { findQuorumRule } from '#app/domain/organisation/quorum-rules.server'
import { seatRoleNames } from '#app/domain/organisation/seat'
import { Actions, Button } from '#app/ui/form/actions'
import { CheckboxGroup } from '#app/ui/form/choices'
import { VerbForm } from '#app/ui/form/form'
import { SittingVerbPage } from '#app/ui/sittings/sitting-page'
import { readForm, refuse } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { idParam } from '#app/web/params'
import { paths, withFlash } from '#app/web/paths'
import { titled } from '#app/web/title'
import { useForm } from '#app/web/use-form'
import { verb } from '#app/web/verb.server'
import { loadSitting } from './sitting.server'

export const loader = page(async (args) => {
  const sitting = await loadSitting(args, mayRecordAttendance)
  const members = await listMembers(args.db, sitting)
  const present = members.filter(({ isPresent }) => isPresent).map(({ personId }) => String(personId))
  const quorum = await findQuorumRule(args.db, sitting.body, sitting.heldOn)
  return { sitting, members, quorum, form: await args.form({ personIds: present }) }
})

export const action = verb(async ({ request, params, perform }) => {
  const form = await readForm(request, AttendanceForm)
  if (!form.ok) return refuse(form)

  const sittingId = idParam(params, 'id')
  const outcome = await perform(form, (ctx) => recordAttendance(ctx, { sittingId, ...form.value }))
  if (!outcome.ok) return refuse(form, outcome)

  return redirect(withFlash(paths.sitting(sittingId), 'attendanceRecorded'))
})

export const meta: MetaFunction = ({ matches }) => titled('出席を記録する', matches)

export default function AttendancePage() {
  const { sitting, members, quorum, form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  return (
    <SittingVerbPage
      title="出席を記録する"
      sitting={sitting}
      hrefs={{ sittings: paths.sittings(), sitting: paths.sitting(sitting.id) }}
      form={form}
    >
      <p>
        {quorumInWords(members.length, quorum)}
        の出席で、会議を開くことができます（定足数）。途中で変わったときは、記録し直します。
      </p>
      <VerbForm form={form}>
        <CheckboxGroup
          form={form}
          name="personIds"
          label="出席した委員"
          required
          options={members.map(({ personId, name, role, departmentName, postName }) => ({
            value: String(personId),
            label: `${seatRoleNames[role]}　${name}`,
            hint: [departmentName, postName].filter(Boolean).join(' '),
          }))}
        />
        <Actions>
          <Button>{sitting.begunAt === null ? '出席を記録して会議を始める' : '出席を記録し直す'}</Button>
        </Actions>
      </VerbForm>
    </SittingVerbPage>
  )
}
