import { idParam } from '#app/web/params'
import { paths } from '#app/web/paths'
import { verb } from '#app/web/verb.server'
import { inJson, receiveAttachment } from './receiving.server'

/** 「付ける」 as a script presses it, which shows how far the file has come. */
export const action = verb(async (args) => {
  const id = idParam(args.params, 'id')
  return inJson(await receiveAttachment(args, { practiceId: id }, paths.practiceAttachments(id)))
})
