import { index, route, type RouteConfig } from '@remix-run/route-config'

/** THE SITE MAP, top to bottom. Addresses are written once more, as functions, in web/paths.ts. */
export default [
  // --- everybody
  // --- account
  // --- contributions, practices
  // --- proposals: authors
  // --- proposals: secretariat
  // --- considerations
  // --- committee, council, notices
  // --- implementation
  // --- library
  // --- indicators, departments, projects
  // --- notifications
] satisfies RouteConfig
