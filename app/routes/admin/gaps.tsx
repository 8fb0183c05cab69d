import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { parseDay, wareki } from '#app/domain/calendar'
import { insist } from '#app/domain/errors'
import { listGaps } from '#app/domain/organisation/gaps.server'
import { mayKeepOrganisation } from '#app/domain/organisation/policy'
import { Button } from '#app/ui/form/actions'
import { formOf, TextField } from '#app/ui/form/fields'
import { Page } from '#app/ui/page'
import { page } from '#app/web/page.server'
import { paths } from '#app/web/paths'
import { titled } from '#app/web/title'

export const loader = page(async ({ actor, db, today, url }) => {
  insist(mayKeepOrganisation(actor))
  const asked = url.searchParams.get('on') ?? ''
  const on = parseDay(asked)
  return {
    asked,
    isUnreadable: asked !== '' && on === null,
    on: on ?? today,
    gaps: await listGaps(db, on ?? today),
  }
})

export const meta: MetaFunction = () => titled('組織の抜け')

export default function GapsPage() {
  const { asked, isUnreadable, on, gaps } = useLoaderData<typeof loader>()
  const unreadable = '令和9年4月1日、R9.4.1、2027/4/1のように入力してください'
  const form = formOf({ on: asked })
  return (
    <Page
      title="組織の抜け"
      heading={`組織の抜け（${wareki(on)}）`}
      crumbs={[
        { href: paths.home(), label: 'ホーム' },
        { href: paths.admin(), label: '管理' },
        { label: '組織の抜け' },
      ]}
    >
      <form method="get" className="form-flow" aria-label="ほかの日を確かめる">
        <TextField
          form={isUnreadable ? { ...form, errors: { on: [unreadable] } } : form}
          name="on"
          label="確かめる日"
          width="medium"
          hint="4月1日の発令を入れたら、その日について確かめてください"
        />
        <Button kind="secondary">確かめる</Button>
      </form>
      <Gap
        title="所属長のいない部・課"
        empty="どの部・課にも所属長がいます。"
        count={gaps.withoutHead.length}
      >
        {gaps.withoutHead.map(({ id, name, bureauName, deputyNames }) => (
          <li key={id}>
            <a href={paths.keptDepartment(id)}>{name}</a>
            {bureauName && `（${bureauName}）`}　仕事は
            {deputyNames.length > 0 ? `次長の${deputyNames.join('、')}` : '事務局'}に届きます
          </li>
        ))}
      </Gap>
      <Gap title="名簿の足りない会議体" empty="どの会議体も開けます。" count={gaps.bodies.length}>
        {gaps.bodies.map(({ body, name, lacks }) => (
          <li key={body}>
            {name}：{lacks}
          </li>
        ))}
      </Gap>
      <Gap
        title="アカウントがあり、発令のない職員"
        empty="どの職員にも発令があります。"
        count={gaps.withoutPost.length}
      >
        {gaps.withoutPost.map((person) => (
          <Person key={person.id} {...person} />
        ))}
      </Gap>
      <Gap title="本務が2つある職員" empty="本務が重なっている職員はいません。" count={gaps.twoMains.length}>
        {gaps.twoMains.map((person) => (
          <Person key={person.id} {...person} />
        ))}
      </Gap>
    </Page>
  )
}

function Gap({
  title,
  empty,
  count,
  children,
}: {
  title: string
  empty: string
  count: number
  children: ReactNode
}) {
  return (
    <section className="flow">
      <h2>
        {title}（{count}）
      </h2>
      {count === 0 ? <p>{empty}</p> : <ul>{children}</ul>}
    </section>
  )
}

function Person({ id, name, employeeNumber }: { id: number; name: string; employeeNumber: string }) {
  return (
    <li>
      <a href={paths.staffMember(id)}>{name}</a>（{employeeNumber}）
    </li>
  )
}
