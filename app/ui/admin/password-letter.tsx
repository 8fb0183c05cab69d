import { PrintFrame } from '#app/ui/print-frame'

/** The sheet that a person gets in a closed envelope. */
export function PasswordLetter({
  person,
  letter,
  backHref,
}: {
  person: { readonly name: string; readonly employeeNumber: string }
  letter: { readonly password: string; readonly until: string; readonly address: string }
  backHref: string
}) {
  return (
    <PrintFrame
      title="「一人一改善」の初期パスワード"
      marking="本人限り"
      backHref={backHref}
      head={[
        { label: '氏名', value: person.name },
        { label: '職員番号', value: person.employeeNumber },
        { label: 'アドレス', value: letter.address },
        {
          label: '初期パスワード',
          value: <span className="text-std-24B-150 font-mono">{letter.password}</span>,
        },
        { label: '使える期限', value: letter.until },
      ]}
    >
      <ol>
        <li>ブラウザーで上のアドレスを開き、職員番号と初期パスワードでサインインします。</li>
        <li>自分だけが知る新しいパスワードに変えます。変えるまで、ほかのページは使えません。</li>
        <li>この紙は、変えたあとにシュレッダーにかけてください。</li>
      </ol>
      <p>期限を過ぎたときは、システム管理者に発行を頼んでください。</p>
      <p className="no-print">この画面を離れると、初期パスワードは二度と表示できません。</p>
    </PrintFrame>
  )
}
