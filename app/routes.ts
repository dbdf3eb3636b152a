import { index, prefix, route, type RouteConfigEntry } from "@remix-run/route-config";

/** The site map (design.md section 2). Each desk adds its pages to its own list. Order inside a list is the order of the map. */

/** No sign-in, no client script. `:lang` is en or es; the pages answer 404 to anything else. */
const publicPages: RouteConfigEntry[] = [
  index("routes/public/language.ts"),
  ...prefix(":lang", [
    route("categories", "routes/public/categories.tsx"),
    index("routes/public/search.tsx"),
    route("find", "routes/public/find.tsx"),
    route("programs/:slug", "routes/public/program.tsx"),
    route("programs/:slug/ask", "routes/public/ask.tsx"),
    route("programs/:slug/wrong", "routes/public/wrong.tsx"),
    route("programs/:slug/suggest", "routes/public/suggest-change.tsx"),
    route("program/:id", "routes/public/program-of.tsx"),
    route("suggest", "routes/public/suggest.tsx"),
    route("claim/:key", "routes/public/claim.tsx"),
    route("list", "routes/public/kept-list.tsx"),
    route("help/:topic", "routes/public/help.$topic.tsx"),
    route("privacy", "routes/public/privacy.tsx"),
    route("accessibility", "routes/public/accessibility.tsx"),
  ]),
];

/** A family's own page, by private link. */
const familyPages: RouteConfigEntry[] = [route(":lang/my/:token", "routes/family/my.tsx")];

/** By the link of a mail that asks whether a listing is still right. No sign-in, no client script. */
const checkPages: RouteConfigEntry[] = [route("check/:token", "routes/check/check.tsx")];

/** /provider/:org, and the answer from a mail's link, without signing in. */
const providerPages: RouteConfigEntry[] = [
  route("answer/:token", "routes/provider/answer-by-mail.tsx"),
  ...prefix("provider/:org", [
    route("referrals", "routes/provider/referrals.tsx"),
    route("referrals/:id", "routes/provider/referral.tsx"),
    route("referrals/:id/not-a-fit", "routes/provider/not-a-fit.tsx"),
    route("results", "routes/provider/results.tsx"),
    route("team", "routes/provider/team.tsx"),
    route("listings", "routes/provider/listings.tsx"),
    route("listings/new", "routes/provider/new-listing.tsx"),
    route("listings/:id", "routes/provider/listing.tsx"),
    route("listings/:id/history", "routes/provider/listing-history.tsx"),
    route("listings/:id/edit/:section", "routes/provider/listing-section.tsx"),
    route("listings/:id/places/:place", "routes/provider/listing-place.tsx"),
  ]),
];

/** /intake */
const intakePages: RouteConfigEntry[] = [
  ...prefix("intake", [
    index("routes/intake/start.tsx"),
    route("calls", "routes/intake/calls.tsx"),
    route("calls/:id", "routes/intake/call.tsx"),
    route("calls/:id/refer/:program", "routes/intake/refer.tsx"),
    route("calls/:id/outreach", "routes/intake/outreach.tsx"),
    route("calls/:id/summary", "routes/intake/summary.tsx"),
    route("calls/:id/list", "routes/intake/call-list.tsx"),
    route("follow-ups", "routes/intake/follow-ups.tsx"),
    route("follow-ups/:id", "routes/intake/family-answer.tsx"),
    route("follow-ups/:id/next", "routes/intake/next-program.tsx"),
    route("sent", "routes/intake/sent.tsx"),
    route("sent/:id", "routes/intake/sent-referral.tsx"),
    route("team", "routes/intake/team.tsx"),
  ]),
];

/** /manager; every page has a .csv twin */
const managerPages: RouteConfigEntry[] = [
  ...prefix("manager", [
    route("goals", "routes/manager/goals.tsx"),
    route("goals.csv", "routes/manager/goals-csv.ts"),
    route("goals/:goal", "routes/manager/goal.tsx"),
    route("goals/:goal.csv", "routes/manager/goal-csv.ts"),
    route("goals/:goal/target", "routes/manager/target.tsx"),
    route("goals/:goal/targets.csv", "routes/manager/targets-csv.ts"),
    route("goals/:goal/people", "routes/manager/people.tsx"),
    route("goals/:goal/people.csv", "routes/manager/people-csv.ts"),
    route("frameworks", "routes/manager/frameworks.tsx"),
    route("frameworks.csv", "routes/manager/frameworks-csv.ts"),
    route("frameworks/:framework", "routes/manager/framework.tsx"),
    route("frameworks/:framework.csv", "routes/manager/framework-csv.ts"),
    route("frameworks/:framework/:goal", "routes/manager/framework-goal.tsx"),
    route("initiatives", "routes/manager/initiatives.tsx"),
    route("initiatives.csv", "routes/manager/initiatives-csv.ts"),
    route("initiatives/:id", "routes/manager/initiative.tsx"),
    route("initiatives/:id.csv", "routes/manager/initiative-csv.ts"),
    route("initiatives/:id/edit", "routes/manager/initiative-edit.tsx"),
    route("community", "routes/manager/community.tsx"),
    route("community.csv", "routes/manager/community-csv.ts"),
    route("community/:kind/:id", "routes/manager/community-entry.tsx"),
    route("network", "routes/manager/network.tsx"),
    route("network.csv", "routes/manager/network-csv.ts"),
    route("referrals", "routes/manager/referrals.tsx"),
    route("referrals.csv", "routes/manager/referrals-csv.ts"),
    route("programs", "routes/manager/programs.tsx"),
    route("programs.csv", "routes/manager/programs-csv.ts"),
    route("unmet-needs", "routes/manager/unmet-needs.tsx"),
    route("unmet-needs.csv", "routes/manager/unmet-needs-csv.ts"),
    route("linked", "routes/manager/linked.tsx"),
    route("linked.csv", "routes/manager/linked-csv.ts"),
    route("reports", "routes/manager/reports.tsx"),
    route("reports/:id", "routes/manager/report-document.ts"),
    route("reports/:id.pdf", "routes/manager/report-pdf.ts"),
    route("method", "routes/manager/method.tsx"),
    route("method.csv", "routes/manager/method-csv.ts"),
  ]),
];

/** /linkage: which record here and at the agency are one child. */
const linkagePages: RouteConfigEntry[] = [
  ...prefix("linkage", [
    index("routes/linkage/queue.tsx"),
    route("pairs/:id", "routes/linkage/pair.tsx"),
    route("search", "routes/linkage/search.tsx"),
    route("decided", "routes/linkage/decided.tsx"),
    route("decided/:id", "routes/linkage/apart.tsx"),
    route("links/:id", "routes/linkage/link.tsx"),
  ]),
];

/** /admin */
const adminPages: RouteConfigEntry[] = [
  route("admin", "routes/admin/home.tsx"),
  route("admin/audit", "routes/admin/audit.tsx"),
  route("admin/start", "routes/admin/start.tsx"),
  route("admin/county", "routes/admin/county.tsx"),
  route("admin/county/bases", "routes/admin/county-bases.tsx"),
  route("admin/county/senders", "routes/admin/county-senders.tsx"),
  route("admin/county/words", "routes/admin/county-words.tsx"),
  route("admin/county/privacy", "routes/admin/county-privacy.tsx"),
  route("admin/county/records", "routes/admin/county-records.tsx"),
  route("admin/county/rules", "routes/admin/county-rules.tsx"),
  route("admin/people", "routes/admin/people.tsx"),
  route("admin/organizations", "routes/admin/organizations.tsx"),
  ...prefix("admin/imports", [
    index("routes/admin/imports.tsx"),
    route("conflicts", "routes/admin/imports.conflicts.tsx"),
    route(":id/report.csv", "routes/admin/imports.$id.report-csv.ts"),
  ]),
  ...prefix("admin/records", [
    index("routes/admin/records.tsx"),
    route(":id", "routes/admin/records.$id.tsx"),
    route(":id/rows.csv", "routes/admin/records.$id.rows-csv.ts"),
  ]),
  route("admin/organizations/new", "routes/admin/new-organization.tsx"),
  route("admin/organizations/:id", "routes/admin/organization.tsx"),
  route("admin/categories", "routes/admin/categories.tsx"),
  route("admin/categories/:id", "routes/admin/category.tsx"),
  route("admin/areas", "routes/admin/areas.tsx"),
  route("admin/areas/:id", "routes/admin/area.tsx"),
  route("admin/translations", "routes/admin/translations.tsx"),
  route("admin/translations/upload", "routes/admin/translations-upload.tsx"),
  route("admin/translations.csv", "routes/admin/translations-csv.ts"),
  route("admin/needs", "routes/admin/needs.tsx"),
  route("admin/needs/:code", "routes/admin/need.tsx"),
  route("admin/situations", "routes/admin/situations.tsx"),
  route("admin/situations/:code", "routes/admin/situation.tsx"),
  route("admin/suggestions", "routes/admin/suggestions.tsx"),
  route("admin/suggestions/:id", "routes/admin/suggestion.tsx"),
  route("admin/safety-holds", "routes/admin/safety-holds.tsx"),
  route("admin/duplicates", "routes/admin/duplicates.tsx"),
  route("admin/duplicates/:id", "routes/admin/duplicate.tsx"),
  route("admin/listing-review", "routes/admin/listing-review.tsx"),
  route("admin/listing-review/:id", "routes/admin/listing-review.$id.tsx"),
  route("admin/listing-review/:id/edit/:section", "routes/admin/listing-section.tsx"),
  route("admin/listing-review/:id/places/:place", "routes/admin/listing-place.tsx"),
  route("admin/export", "routes/admin/export.tsx"),
  route("admin/export.zip", "routes/admin/export-zip.ts"),
  ...prefix("admin/outbox", [
    index("routes/admin/outbox.tsx"),
    route(":id", "routes/admin/outbox.$id.tsx"),
    route(":id/preview", "routes/admin/outbox.$id.preview.ts"),
    route(":id/mail.eml", "routes/admin/outbox.$id.eml.ts"),
  ]),
];

/** Signing in, the own account, choices of the device. */
const accountPages: RouteConfigEntry[] = [
  route("sign-in", "routes/account/sign-in.tsx"),
  route("sign-in/code", "routes/account/sign-in.code.tsx"),
  route("sign-in/passkey", "routes/account/passkey.ts"),
  route("sign-in/agency", "routes/account/agency.ts"),
  route("sign-in/agency/back", "routes/account/agency-back.ts"),
  route("sign-out", "routes/account/sign-out.tsx"),
  route("forgot", "routes/account/forgot.tsx"),
  route("reset/:token", "routes/account/reset.$token.tsx"),
  route("invitation/:token", "routes/account/invitation.$token.tsx"),
  route("choose", "routes/account/choose.tsx"),
  route("provider", "routes/account/own-desk.ts", { id: "provider" }),
  route("manager", "routes/account/own-desk.ts", { id: "manager" }),
  route("account", "routes/account/account.tsx"),
  route("account/two-factor", "routes/account/account.two-factor.tsx"),
  route("preferences", "routes/preferences.ts"),
];

/** Machines: health, auth callbacks, webhooks. */
const apiRoutes: RouteConfigEntry[] = [
  route("api/mail/events", "routes/api/mail-events.ts"),
  // Open data; server/open-data.ts has its headers and limits.
  ...["hsds", "hsds/:list", "hsds/:list/:id"].map((path) =>
    route(path, "routes/api/hsds/open-data.ts", { id: `open-data:${path}` }),
  ),
];

export default [
  ...publicPages,
  ...familyPages,
  ...checkPages,
  ...providerPages,
  ...intakePages,
  ...managerPages,
  ...linkagePages,
  ...adminPages,
  ...accountPages,
  ...apiRoutes,
] satisfies RouteConfigEntry[];
