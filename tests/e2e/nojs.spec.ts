import { flows } from './flows/flows'
import { mouse } from './flows/hand'
import { test } from './support/site'

/* With JavaScript off, on a phone, everything still works, by plain forms and links. */

test.use({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } })

for (const { does, as: part, run } of flows) {
  test(`without JavaScript, on a phone, the ${part} ${does}`, async ({ as, small }) =>
    run(mouse(await as(part)), small.objects))
}
