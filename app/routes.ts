import { index, prefix, route, type RouteConfigEntry } from "@remix-run/route-config";

/** The site map (design.md section 2). Each desk adds its pages to its own list. Order inside a list is the order of the map. */

/** No sign-in, no client script. `:lang` is en or es; the pages answer 404 to anything else. */
const publicPages: RouteConfigEntry[] = [
  index("routes/public/language.ts"),
  ...prefix(":lang", [
    route("help/:topic", "routes/public/help.$topic.tsx"),
    route("privacy", "routes/public/privacy.tsx"),
    route("accessibility", "routes/public/accessibility.tsx"),
  ]),
];

/** A family's own page, by private link. */
const familyPages: RouteConfigEntry[] = [];

/** /provider/:org */
const providerPages: RouteConfigEntry[] = [];

/** /intake */
const intakePages: RouteConfigEntry[] = [];

/** /manager; every page has a .csv twin */
const managerPages: RouteConfigEntry[] = [];

/** /admin */
const adminPages: RouteConfigEntry[] = [];

/** Signing in, the own account, choices of the device. */
const accountPages: RouteConfigEntry[] = [
  route("sign-in", "routes/account/sign-in.tsx"),
  route("sign-in/code", "routes/account/sign-in.code.tsx"),
  route("sign-out", "routes/account/sign-out.tsx"),
  route("forgot", "routes/account/forgot.tsx"),
  route("reset/:token", "routes/account/reset.$token.tsx"),
  route("preferences", "routes/preferences.ts"),
];

/** Machines: health, auth callbacks, webhooks. */
const apiRoutes: RouteConfigEntry[] = [];

export default [
  ...publicPages,
  ...familyPages,
  ...providerPages,
  ...intakePages,
  ...managerPages,
  ...adminPages,
  ...accountPages,
  ...apiRoutes,
] satisfies RouteConfigEntry[];
