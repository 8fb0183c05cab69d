import { wareki } from '#app/domain/calendar'
import type { Attainment } from '#app/domain/indicators/attainment'
import { percentText, pointsText } from '#app/domain/indicators/ratio'
import { BigNumber } from '#app/ui/big-number'
import { Disclosure } from '#app/ui/disclosure'
import { expectedSentence, targetSentence } from '#app/ui/share-words'
import { paths } from '#app/web/paths'

/** The figure of the year. It never stands without what it is made of, and every number leads to its list. */
export function Headline({ attainment }: { attainment: Attainment }) {
  const { fiscalYear: year, permille, asOf, rule, expected, sameDayLastYear } = attainment
  const target = targetSentence(attainment, permille)
  return (
    <div className="card keep-together">
      <BigNumber
        value={permille === null ? '' : percentText(permille)}
        unit="％"
        rows={[
          ...(target === null
            ? []
            : [
                {
                  label: '目標',
                  value: attainment.missing ? (
                    <a href={paths.indicatorProjects({ year, state: 'notYet' })}>{target}</a>
                  ) : (
                    target
                  ),
                },
              ]),
          { label: '内訳', value: <Breakdown attainment={attainment} /> },
          ...(sameDayLastYear && permille !== null && sameDayLastYear.permille !== null
            ? [
                {
                  label: '前年同期',
                  value: `${percentText(sameDayLastYear.permille)}％（${pointsText(permille - sameDayLastYear.permille)}ポイント）${sameDayLastYear.denominator}のうち${sameDayLastYear.numerator}`,
                },
              ]
            : []),
          ...(expected === null
            ? []
            : [
                {
                  label: '見込み',
                  value: <Expected expected={expected} year={year} />,
                },
              ]),
          { label: '基準日', value: `${wareki(asOf)}（${rule.closedAt === null ? '速報' : '確定'}）` },
        ]}
      />
      <Disclosure summary="この指標の計算方法">
        <Calculation rule={rule} />
      </Disclosure>
    </div>
  )
}

function Breakdown({ attainment: { fiscalYear: year, numerator, denominator } }: { attainment: Attainment }) {
  return (
    <>
      <a href={paths.indicatorProjects({ year })}>{denominator.toLocaleString('ja-JP')}事務事業</a>のうち
      <a href={paths.indicatorProjects({ year, state: 'improved' })}>{numerator.toLocaleString('ja-JP')}</a>
    </>
  )
}

function Expected({ expected, year }: { expected: NonNullable<Attainment['expected']>; year: number }) {
  const sentence = expectedSentence(expected)
  if (expected.projects === 0) return <>{sentence}</>
  return <a href={paths.indicatorProjects({ year, state: 'expected' })}>{sentence}</a>
}

function Calculation({
  rule: { basis, denominator, definition, excluded, smallBelow },
}: Pick<Attainment, 'rule'>) {
  return (
    <>
      {definition && <p>{definition}</p>}
      <p>
        分子：その年度に改善が1件以上あった事務事業の数。所属長が確認した改善の報告は、実施した日の年度に数えます。
        {basis === 'implemented'
          ? '採用・一部採用された提案は、実施を終えた日の年度に数えます。'
          : '採用・一部採用された提案は、採用が決まった会議の日の年度に数えます。'}
        実施を見送った提案は数えません。
      </p>
      <p>
        分母：
        {denominator === 'all'
          ? 'その年度のすべての事務事業の数。'
          : `その年度の対象の事務事業の数（対象外の${excluded.toLocaleString('ja-JP')}事務事業を除く）。`}
      </p>
      <p>
        割合は小数第2位を四捨五入します。{smallBelow}
        事務事業に満たない課の割合は、件数が少ないため参考です。
      </p>
    </>
  )
}
