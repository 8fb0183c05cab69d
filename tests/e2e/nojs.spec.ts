import { flows } from './flows/flows'
import { mouse } from './flows/hand'
import { test } from './support/site'

/* With JavaScript off everything still works, by plain forms and links. */

test.use({ javaScriptEnabled: false })

for (const { does, as: part, run } of flows) {
  test(`without JavaScript the ${part} ${does}`, async ({ as, small }) =>
    run(mouse(await as(part)), small.objects))
}
