import { enhance } from '#app/ui/enhance'

/** All that runs in a browser. React has done its work on the server: pages are documents, as they came. */
enhance(document)
