import type { Page } from '@playwright/test'

/** The browser reports these as errors, but a test that asks for them says so itself. */
const refusals = /status of (403|404|409|422|503) /

/** What the browser complains about from now on: broken scripts, what the policy of the site forbids, lost requests. */
export function noteComplaints(page: Page, complain: (complaint: string) => void): void {
  page.on('pageerror', (error) => complain(`${page.url()}: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() !== 'error' || refusals.test(message.text())) return
    complain(`${page.url()}: ${message.text()}`)
  })
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? ''
    // Going on before everything has come is no fault, nor is a download, which is no page. What the policy of the site
    // forbids is on the console as well; here it is also what JavaScript switched off does not load.
    if (reason !== 'net::ERR_ABORTED' && reason !== 'csp') complain(`${request.url()}: ${reason}`)
  })
  page.on('dialog', (dialog) => {
    complain(`${page.url()}: a dialog, ${dialog.message()}`)
    void dialog.dismiss()
  })
}
