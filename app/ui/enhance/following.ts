import { askForPage, renew } from '#app/ui/enhance/documents'
import { clockOf } from '#app/ui/enhance/words'

/**
 * A page that follows what others do, by the attributes of one element on it: `data-follow` is how often it looks, in
 * milliseconds. With `data-follow-address` it asks there first, for nothing but a word that says whether something has
 * changed (`data-follow-revision` is the one it shows). Only while somebody can see it, and never over what is typed.
 */
export function followOthers(page: Document, settled: () => void): void {
  const element = () => page.querySelector<HTMLElement>('[data-follow]')

  const look = async () => {
    const following = element()
    if (!following) return
    const seen = page.visibilityState === 'hidden' ? 'same' : await findChange(following)
    if (seen === 'over') return
    if (seen === 'changed') await showNew()
    wait()
  }
  const showNew = async () => {
    const answer = await askForPage({ method: 'GET', address: location.href })
    if (!answer.document || answer.status !== 200) return
    renew(page, answer.document, { keepsTyped: true })
    settled()
    const told = element()?.querySelector('[data-follow-told]')
    if (told) told.textContent = `${clockOf(new Date())}に、新しい内容に更新しました。`
  }
  const wait = () => {
    const following = element()
    if (following) setTimeout(() => void look(), Number(following.dataset['follow']))
  }
  wait()
}

/** Over when the session is, or there is nothing to be seen here any more; a silence may pass. */
async function findChange({ dataset }: HTMLElement): Promise<'same' | 'changed' | 'over'> {
  const address = dataset['followAddress']
  if (address === undefined) return 'changed'
  try {
    const answer = await fetch(address, { redirect: 'manual' })
    if (!answer.ok) return 'over'
    const { revision } = (await answer.json()) as { revision: string }
    return revision === dataset['followRevision'] ? 'same' : 'changed'
  } catch {
    return 'same'
  }
}
