import { endSessionsOnTransfer } from './accounts/transfers.server'
import type { Ctx } from './context'
import { copyRubric } from './evaluation/rubrics.server'
import type { Logged } from './events/event'
import { askForFollowUp } from './improvements/follow-up-asking.server'
import { shelve } from './improvements/shelving.server'
import { followReport } from './improvements/copying.server'
import { countImprovement } from './indicators/counting.server'
import { giveBackMemo } from './memos/growing.server'
import { tell } from './notifications/telling.server'
import { placeCarriedOver } from './reorganisation/placing-carried-over.server'
import { index } from './search/indexing.server'

/** What follows from an event, in the same transaction. A room further back tells a room further on through here. */
export type Reaction = (ctx: Ctx, event: Logged) => Promise<void>

/** In this order: places of projects and the shelf first, since figures and search look at them. */
export const reactions: readonly Reaction[] = [
  ...[
    endSessionsOnTransfer,
    copyRubric,
    placeCarriedOver,
    shelve,
    followReport,
    askForFollowUp,
    giveBackMemo,
    countImprovement,
    index,
    tell,
  ],
]
