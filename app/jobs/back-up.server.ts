import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Job } from '#app/jobs/scheduler.server'

/** Takes the hourly backup in a process of its own: copying the database would make every visitor wait. */
export const backUp: Job = {
  name: 'back-up',
  pattern: '7 * * * *',
  async run() {
    await promisify(execFile)(process.execPath, [process.argv[1] ?? '', 'backup'])
  },
}
