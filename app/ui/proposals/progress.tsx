import type { Day } from '#app/domain/calendar'
import { isOver, publicSteps, type Stage, stepOf } from '#app/domain/proposals/lifecycle'
import type { NextStep } from '#app/domain/proposals/next-step'
import { Deadline } from '#app/ui/deadline'
import { StepNav } from '#app/ui/step-nav'

interface ProgressProps {
  /** As the reader may know it. */
  stage: Stage
  next: NextStep
  today: Day
}

/** Stage n of 5, who acts next and by when: no proposal is ever silent. */
export function Progress({ stage, next, today }: ProgressProps) {
  const note = (
    <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <span>{next.sentence}</span>
      {next.dueOn && <Deadline dueOn={next.dueOn} today={today} />}
    </p>
  )
  const step = stepOf(stage)
  if (step !== undefined) {
    return <StepNav steps={publicSteps} at={step} done={isOver(stage)} note={note} />
  }
  // Ended on the way: five steps with none current would say less than the sentence alone.
  if (isOver(stage)) {
    return (
      <section className="card" aria-label="進み具合">
        {note}
      </section>
    )
  }
  return <StepNav steps={publicSteps} at={0} note={note} />
}
