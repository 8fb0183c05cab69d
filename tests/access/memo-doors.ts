import type { Door, Doors } from './door'
import { both } from './door'
import { signed } from './parts.server'

const own: Door = { id: ({ memos }) => memos.own, seenBy: ['employee'], may: ['employee'] }
/** The address of a verb whose button stands elsewhere. */
const leadsOn: Door = { id: ({ memos }) => memos.own, may: signed, done: 302 }
const newcomers = signed.filter((part) => part !== 'employee' && part !== 'member')

/** 気づきメモ: the employee's; one of them is shared with all staff, and the member thinks along. */
export const memoDoors: Doors = {
  ...both('/memos', { may: signed, form: () => ({ text: '番号札が見えにくい' }) }),
  'GET /memos/:id': own,
  ...both('/memos/:id/edit', { ...own, form: () => ({ text: '説明が長すぎる', version: '1' }) }),
  ...both('/memos/:id/sharing', { ...own, form: () => ({ sharing: 'staff' }) }),
  ...both('/memos/:id/growth', { ...own, form: () => ({ into: 'practice' }) }),
  'GET /memos/:id/companionship': leadsOn,
  'POST /memos/:id/companionship': { id: ({ memos }) => memos.shared, seenBy: signed, may: newcomers },
  'GET /memos/:id/companionship/end': leadsOn,
  'POST /memos/:id/companionship/end': {
    ...{ id: ({ memos }) => memos.shared, seenBy: signed, may: ['member'] },
  },
  'GET /memos/:id/removal': leadsOn,
  'POST /memos/:id/removal': own,
  'GET /memos/:id/removal/undo': leadsOn,
  'POST /memos/:id/removal/undo': { ...own, id: ({ memos }) => memos.removed },
}
