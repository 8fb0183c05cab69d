import { type LineKind, mostOf } from '#app/domain/reorganisation/reorganisation'
import { Hidden, SelectField, TextField } from '#app/ui/form/fields'
import type { FormState } from '#app/ui/form/form-state'

interface Choice {
  readonly value: string
  readonly label: string
}

interface LineFieldsProps {
  form: FormState
  kind: LineKind
  departments: readonly Choice[]
  bureaus: readonly Choice[]
}

const formerLabels: Readonly<Record<LineKind, string>> = {
  rename: '改称する所属',
  split: '分割する所属',
  merge: '統合する所属',
  abolish: '廃止する所属',
  found: '',
}

/** The departments of one line: those of before, and what comes out of them. */
export function ReorganisationLineFields({ form, kind, departments, bureaus }: LineFieldsProps) {
  const { formers, laters } = mostOf[kind]
  return (
    <>
      <Hidden name="kind" value={kind} />
      {Array.from({ length: formers }, (_, at) => (
        <SelectField
          key={at}
          form={form}
          name={`formers[${at}]`}
          label={formers > 1 ? `${formerLabels[kind]} ${at + 1}` : formerLabels[kind]}
          required={at === 0 || (kind === 'merge' && at === 1)}
          empty="選んでください"
          width="full"
          options={departments}
        />
      ))}
      {Array.from({ length: laters }, (_, at) => (
        <LaterFields
          key={at}
          form={form}
          name={`laters[${at}]`}
          kind={kind}
          title={laters > 1 ? `分かれた先 ${at + 1}` : laterTitles[kind]}
          departments={departments}
          bureaus={bureaus}
        />
      ))}
    </>
  )
}

const laterTitles: Readonly<Record<LineKind, string>> = {
  rename: '新しい名前',
  split: '',
  merge: '統合した所属',
  abolish: '仕事を引き継ぐ所属',
  found: '新しい所属',
}

function LaterFields({
  form,
  name,
  kind,
  title,
  departments,
  bureaus,
}: LineFieldsProps & { name: string; title: string }) {
  const mayBeThere = kind === 'split' || kind === 'merge'
  if (kind === 'abolish') {
    return (
      <SelectField
        form={form}
        name={`${name}.departmentId`}
        label={title}
        required
        empty="選んでください"
        width="full"
        hint="進行中の提案、実施、確認を待つ報告、事務事業が、この所属に移ります"
        options={departments}
      />
    )
  }
  return (
    <fieldset className="form-flow">
      <legend className="font-700">{title}</legend>
      {mayBeThere && (
        <SelectField
          form={form}
          name={`${name}.departmentId`}
          label="今ある所属"
          empty="新しい所属を作る"
          width="full"
          hint={kind === 'split' ? '分割する所属が残るときは、その所属を選びます' : undefined}
          options={departments}
        />
      )}
      <TextField
        form={form}
        name={`${name}.code`}
        label="新しい所属コード"
        required={!mayBeThere}
        width="medium"
        hint="先頭の0もコードのうちです。前の所属のコードは、記録に残るため使えません"
      />
      <TextField
        form={form}
        name={`${name}.name`}
        label="新しい所属の名前"
        required={!mayBeThere}
        width="medium"
      />
      <SelectField
        form={form}
        name={`${name}.parentCode`}
        label="部"
        empty="なし（部のとき）"
        width="full"
        hint="新しい課のときに選びます"
        options={bureaus}
      />
    </fieldset>
  )
}
