interface NothingChosenProps {
  /** What to do about it. */
  sentence: string
}

/** Above a list with boxes, of the id `chosen`, of which nothing was ticked. */
export function NothingChosen({ sentence }: NothingChosenProps) {
  return (
    <div id="error-summary" role="alert" tabIndex={-1} className="border-4 border-red-900 p-4">
      <a href="#chosen">{sentence}</a>
    </div>
  )
}
