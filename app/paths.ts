/** Every address of the portal, in the order of app/routes.ts; tests/architecture/paths.test.ts holds the two together. */
export const paths = [
  "/",
  "/:lang/categories",
  "/:lang",
  "/:lang/find",
  "/:lang/programs/:slug",
  "/:lang/programs/:slug/ask",
  "/:lang/programs/:slug/wrong",
  "/:lang/programs/:slug/suggest",
  "/:lang/program/:id",
  "/:lang/suggest",
  "/:lang/claim/:key",
  "/:lang/list",
  "/:lang/help/:topic",
  "/:lang/privacy",
  "/:lang/accessibility",
  "/:lang/my/:token",
  "/check/:token",
  "/answer/:token",
  "/provider/:org/referrals",
  "/provider/:org/referrals/:id",
  "/provider/:org/referrals/:id/not-a-fit",
  "/provider/:org/results",
  "/provider/:org/team",
  "/provider/:org/listings",
  "/provider/:org/listings/new",
  "/provider/:org/listings/:id",
  "/provider/:org/listings/:id/history",
  "/provider/:org/listings/:id/edit/:section",
  "/provider/:org/listings/:id/places/:place",
  "/intake",
  "/intake/calls",
  "/intake/calls/:id",
  "/intake/calls/:id/refer/:program",
  "/intake/calls/:id/outreach",
  "/intake/calls/:id/summary",
  "/intake/calls/:id/list",
  "/intake/follow-ups",
  "/intake/follow-ups/:id",
  "/intake/follow-ups/:id/next",
  "/intake/sent",
  "/intake/sent/:id",
  "/intake/team",
  "/manager/goals",
  "/manager/goals.csv",
  "/manager/goals/:goal",
  "/manager/goals/:goal.csv",
  "/manager/goals/:goal/target",
  "/manager/goals/:goal/targets.csv",
  "/manager/goals/:goal/people",
  "/manager/goals/:goal/people.csv",
  "/manager/frameworks",
  "/manager/frameworks.csv",
  "/manager/frameworks/:framework",
  "/manager/frameworks/:framework.csv",
  "/manager/frameworks/:framework/:goal",
  "/manager/initiatives",
  "/manager/initiatives.csv",
  "/manager/initiatives/:id",
  "/manager/initiatives/:id.csv",
  "/manager/initiatives/:id/edit",
  "/manager/community",
  "/manager/community.csv",
  "/manager/community/:kind/:id",
  "/manager/network",
  "/manager/network.csv",
  "/manager/referrals",
  "/manager/referrals.csv",
  "/manager/programs",
  "/manager/programs.csv",
  "/manager/unmet-needs",
  "/manager/unmet-needs.csv",
  "/manager/linked",
  "/manager/linked.csv",
  "/manager/reports",
  "/manager/reports/:id",
  "/manager/reports/:id.pdf",
  "/manager/method",
  "/manager/method.csv",
  "/linkage",
  "/linkage/pairs/:id",
  "/linkage/search",
  "/linkage/decided",
  "/linkage/decided/:id",
  "/linkage/links/:id",
  "/admin",
  "/admin/start",
  "/admin/audit",
  "/admin/county",
  "/admin/county/rules",
  "/admin/county/bases",
  "/admin/county/senders",
  "/admin/county/words",
  "/admin/county/privacy",
  "/admin/county/records",
  "/admin/people",
  "/admin/organizations",
  "/admin/imports",
  "/admin/imports/conflicts",
  "/admin/imports/:id/report.csv",
  "/admin/records",
  "/admin/records/:id",
  "/admin/records/:id/rows.csv",
  "/admin/organizations/new",
  "/admin/organizations/:id",
  "/admin/categories",
  "/admin/categories/:id",
  "/admin/areas",
  "/admin/areas/:id",
  "/admin/translations",
  "/admin/translations/upload",
  "/admin/translations.csv",
  "/admin/needs",
  "/admin/needs/:code",
  "/admin/situations",
  "/admin/situations/:code",
  "/admin/suggestions",
  "/admin/suggestions/:id",
  "/admin/safety-holds",
  "/admin/duplicates",
  "/admin/duplicates/:id",
  "/admin/listing-review",
  "/admin/listing-review/:id",
  "/admin/listing-review/:id/edit/:section",
  "/admin/listing-review/:id/places/:place",
  "/admin/export",
  "/admin/export.zip",
  "/admin/outbox",
  "/admin/outbox/:id",
  "/admin/outbox/:id/preview",
  "/admin/outbox/:id/mail.eml",
  "/sign-in",
  "/sign-in/code",
  "/sign-in/passkey",
  "/sign-in/agency",
  "/sign-in/agency/back",
  "/sign-out",
  "/forgot",
  "/reset/:token",
  "/invitation/:token",
  "/choose",
  "/provider",
  "/manager",
  "/account",
  "/account/two-factor",
  "/preferences",
  "/api/mail/events",
  "/hsds",
  "/hsds/:list",
  "/hsds/:list/:id",
] as const;

export type Path = (typeof paths)[number];

type NameOf<Part extends string> = Part extends `:${infer Name}.${string}`
  ? Name
  : Part extends `:${infer Name}`
    ? Name
    : never;
type NamesOf<Address extends string> = Address extends `${infer Part}/${infer Rest}`
  ? NameOf<Part> | NamesOf<Rest>
  : NameOf<Address>;
type PlainPath = { [Address in Path]: NamesOf<Address> extends never ? Address : never }[Path];

/** What stands before the addresses of public pages here; the server and the browser each say how they know it. */
const shared = globalThis as typeof globalThis & { upstreamPublicBase?: () => string };

export function tellPublicBase(base: () => string): void {
  shared.upstreamPublicBase = base;
}

/**
 * "" where public pages stand at the root of this origin, "/harbor" where their jurisdiction's address has a path, and the
 * whole address where whoever is signed in belongs to a jurisdiction of another origin.
 */
export const publicBase = (): string => shared.upstreamPublicBase?.() ?? "";

/** Whether a page, of the table or asked for, is read without an account: it stands under its jurisdiction's address. */
export const isPublicPath = (path: string): boolean =>
  /^\/(?:$|[?#]|(?::lang|[a-z]{2}|check|answer|hsds)(?:[/?#.]|$))/i.test(path);

type Parts = Readonly<Record<string, string | undefined>>;

function filled(path: string, parts: Parts): string {
  return path.replace(/:(\w+)/g, (_, name: string) => {
    const part = parts[name];
    if (part === undefined) throw new Error(`${path} without its ${name}`);
    return encodeURIComponent(part);
  });
}

/**
 * The address of a page: one of the table, with its parts put in; what stands behind a `?` is the caller's. A page's own
 * params are parts too: Remix types them as if they could be missing.
 */
export function pathTo(path: PlainPath): string;
export function pathTo<Address extends Exclude<Path, PlainPath>>(
  path: Address,
  parts: Readonly<Record<NamesOf<Address>, string | undefined>>,
): string;
export function pathTo(path: string, parts: Parts = {}): string {
  return (isPublicPath(path) ? publicBase() : "") + filled(path, parts);
}

/** A page's whole address, for who reads it elsewhere: in a mail, on paper. `address` is its jurisdiction's. */
export function linkTo<Address extends Path>(
  path: Address,
  parts: Readonly<Record<NamesOf<Address>, string | undefined>>,
  address: string,
): string {
  return (isPublicPath(path) ? address.replace(/\/$/, "") : new URL(address).origin) + filled(path, parts);
}

/** A page's whole address, at the origin where it is read or at another that its path already names. */
export const wholeLink = (here: URL, path: string): string => new URL(path, here.origin).href;
