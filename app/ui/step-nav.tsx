import type { ReactNode } from 'react'
import { cx } from '#app/ui/cx'

interface StepNavProps {
  steps: readonly string[]
  /** The step it stands at, from 1; 0 before the first. */
  at: number
  /** The last step is reached and over. */
  done?: boolean | undefined
  /** Who does what next, and by when. */
  note?: ReactNode
}

/** How far a matter has come: 提出, 課の検討, 委員会, 実施, 効果の確認. */
export function StepNav({ steps, at, done, note }: StepNavProps) {
  return (
    <div role="group" aria-label="進み具合" className="card keep-together">
      <p className="sr-only">{placeWords(steps.length, at, done)}</p>
      <ol className="steps">
        {steps.map((step, index) => {
          const number = index + 1
          const passed = done || number < at
          const current = !done && number === at
          return (
            <li
              key={step}
              className={cx('step', passed && 'step-passed', current && 'step-current')}
              aria-current={current ? 'step' : undefined}
            >
              <span className="step-mark" aria-hidden="true">
                {passed ? '✓' : number}
              </span>
              <span>
                {step}
                {passed && <span className="sr-only">（済み）</span>}
                {current && <span className="block text-dns-14B-130">今ここ</span>}
              </span>
            </li>
          )
        })}
      </ol>
      {note && <div className="mt-3 flow">{note}</div>}
    </div>
  )
}

function placeWords(steps: number, at: number, done: boolean | undefined): string {
  if (done) return `全${steps}段階をすべて終えました`
  return at === 0 ? `全${steps}段階の前です` : `全${steps}段階中${at}段階目`
}
