import { Fragment } from 'react'
import { splitLinks, splitParagraphs } from '#app/ui/autolink'

/** What a person typed, as paragraphs with links. Never as HTML. */
export function PlainText({ text }: { text: string }) {
  return (
    <div className="flow">
      {splitParagraphs(text).map((lines, index) => (
        <p key={index}>
          {lines.map((line, at) => (
            <Fragment key={at}>
              {at > 0 && <br />}
              <Line text={line} />
            </Fragment>
          ))}
        </p>
      ))}
    </div>
  )
}

function Line({ text }: { text: string }) {
  // Most lines have no address; they need no cutting.
  if (!text.includes('http')) return <>{text}</>
  return splitLinks(text).map((piece, index) =>
    piece.href ? (
      <a key={index} href={piece.href} rel="noreferrer noopener">
        {piece.text}
      </a>
    ) : (
      <Fragment key={index}>{piece.text}</Fragment>
    ),
  )
}
