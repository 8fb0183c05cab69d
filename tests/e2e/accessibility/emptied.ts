import type { Page } from '@playwright/test'

/**
 * Forms that are accepted with nothing in them, each for a reason: they ask for nothing, or for nothing that must be
 * said. Every other form of the site is sent empty and has to be refused.
 */
export const acceptsNothing: Readonly<Record<string, string>> = {
  '/sign-out': 'a button alone',
  '/account/other-sessions': 'a button alone',
  '/practices/:id/check': 'sends what was shown',
  '/practices/:id/keeping': 'a button alone',
  '/practices/:id/discard': 'a button alone',
  '/practices/:id/confirmation': 'a word from the head is welcome, not demanded',
  '/proposals/:id/check': 'sends what was shown',
  '/proposals/:id/keeping': 'a button alone',
  '/proposals/:id/discard': 'a button alone',
  '/proposals/:id/leave': 'a button alone',
  '/proposals/:id/withdrawal': 'nobody has to say why',
  '/proposals/:id/resubmission': 'a button alone',
  '/proposals/:id/merger/undo': 'a button alone',
  '/proposals/:id/authors': 'a button alone',
  '/proposals/:id/closure': 'the reason is that of the decision',
  '/considerations/:id': 'keeps a draft, which may lack anything',
  '/considerations/:id/take-up': 'a button alone',
  '/sittings/:id/papers': 'a button alone',
  '/sittings/:id/opening': 'a button alone',
  '/sittings/:id/postponement': 'what is put off was chosen on the page before',
  '/sittings/:id/minutes': 'the record of the items is there without them',
  '/sittings/:id/closing': 'a button alone',
  '/improvements/synonyms': 'a town may have none',
  '/attachments/:id/removal': 'a button alone',
  '/notices/check': 'a word from the secretariat is welcome, not demanded',
  '/admin/people/:id/initial-password': 'a button alone',
  '/admin/people/:id/sign-out': 'a button alone',
  '/admin/people/:id/link/removal': 'a button alone',
  '/admin/sign-in-rules': 'a town may allow neither',
  '/admin/people/:id/stop': 'a button alone',
  '/admin/people/:id/resumption': 'a button alone',
  '/admin/appointments/:id/cancellation': 'a button alone',
  '/admin/log/verification': 'a button alone',
  '/admin/reorganisations/:id/check': 'sends what was shown',
  '/admin/reorganisations/:id/cancellation': 'a button alone',
  '/admin/years/new': 'a button alone',
  '/admin/years/:id/counting/check': 'sends what was shown',
  '/admin/years/:id/closing': 'a button alone',
  '/admin/years/:id/projects/check': 'sends what was shown',
  '/admin/retention/disposal': 'sends what was shown',
  '/admin/imports/:id/preview': 'a button alone',
  '/admin/imports/:id/discard': 'a button alone',
  '/admin/imports/:id/application': 'what is not in the file stays, where nobody says otherwise',
  '/admin/imports/:id/undo': 'a button alone',
}

/** Sends the main form of the page, which stands last, with nothing in it; what the server answered. */
export async function sendEmptied(page: Page): Promise<number> {
  const form = page
    .locator('main form[method="post"]')
    .filter({ has: page.locator('.button-primary') })
    .last()
  await form.evaluate((element: HTMLFormElement) => {
    for (const field of Array.from(element.elements)) {
      if (field instanceof HTMLTextAreaElement) field.value = ''
      if (field instanceof HTMLSelectElement) field.value = ''
      if (!(field instanceof HTMLInputElement) || field.type === 'hidden') continue
      if (field.type === 'checkbox' || field.type === 'radio') field.checked = false
      else field.value = ''
    }
  })
  const answer = page.waitForResponse((response) => response.request().method() === 'POST')
  await form.locator('.button-primary').last().click()
  return (await answer).status()
}
