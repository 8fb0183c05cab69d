import { type ReorganisationState, stateLabels } from '#app/domain/reorganisation/reorganisation'
import { Chip, type ChipTone } from '#app/ui/chip'

const tones: Readonly<Record<ReorganisationState, ChipTone>> = {
  draft: 'outline',
  scheduled: 'wait',
  inForce: 'good',
  cancelled: 'plain',
}

export function ReorganisationChip({ state }: { state: ReorganisationState }) {
  return <Chip tone={tones[state]}>{stateLabels[state]}</Chip>
}
