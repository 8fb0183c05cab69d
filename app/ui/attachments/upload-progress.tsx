import { useEffect, useState } from 'react'
import { type Upload, useUpload } from '#app/ui/attachments/uploading'
import { bytesInWords } from '#app/ui/attachments/words'

/** What is sent sooner needs no bar. */
const QUIET_MS = 400

/**
 * How far a file has come, and a way to stop it. Said aloud three times at most: that it goes, that half has gone, that
 * all has; the figure beside the bar is for the eyes.
 */
export function UploadProgress() {
  const upload = useUpload()
  const isGoing = upload?.state === 'going'
  const isLong = useLater(isGoing)
  return (
    <div className="field">
      <p role="status">
        {isLong && isGoing ? phaseInWords(upload) : upload?.state === 'cancelled' && stopped}
      </p>
      {isLong && isGoing && <Bar upload={upload} />}
    </div>
  )
}

type Going = Extract<Upload, { state: 'going' }>

const stopped = '送るのをやめました。'

function Bar({ upload: { sent, total, cancel } }: { upload: Going }) {
  // All has left: what the server does with it cannot be measured, nor taken back.
  if (sent >= total) return <progress className="upload-bar" aria-label="確かめています" />
  const percent = Math.floor((sent / total) * 100)
  return (
    <>
      <progress className="upload-bar" value={percent} max={100} aria-label="送った割合" />
      <p className="secondary">
        {percent}%（{bytesInWords(sent)}／{bytesInWords(total)}）
      </p>
      <button type="button" className="button button-secondary" onClick={cancel}>
        送るのをやめる
      </button>
    </>
  )
}

function phaseInWords({ sent, total }: Going): string {
  if (sent >= total) return 'ファイルが届きました。中身を確かめています。'
  return sent * 2 >= total ? '半分まで送りました。' : 'ファイルを送っています。'
}

function useLater(isWanted: boolean): boolean {
  const [isLate, setLate] = useState(false)
  useEffect(() => {
    if (!isWanted) return
    const timer = setTimeout(() => setLate(true), QUIET_MS)
    return () => {
      clearTimeout(timer)
      setLate(false)
    }
  }, [isWanted])
  return isLate
}
