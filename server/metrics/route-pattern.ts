import { paths } from "~/auth/addresses";

const expressionOf = (pattern: string) =>
  new RegExp(`^${pattern.replace(/[.\\]/g, "\\$&").replace(/:\w+/g, "[^/]+")}/?$`, "i");

/** The table's own words go before its places for anything: "/admin/organizations/new" before "/admin/organizations/:id". */
const patterns = [...paths]
  .sort((one, other) => one.split(":").length - other.split(":").length)
  .map((pattern) => ({ pattern, expression: expressionOf(pattern) }));

const folders = [
  ["/assets/", "/assets"],
  ["/words/", "/words"],
] as const;

/** Which address of the table was asked, never what stood in it: "/intake/calls/:id"; "other" where it is none of them. */
export function routePattern(url: string): string {
  const path = (url.split(/[?#]/, 1)[0] ?? "").replace(/\.data$/, "").replace(/^\/_root$/, "/");
  const folder = folders.find(([beginning]) => path.startsWith(beginning));
  if (folder) return folder[1];
  return patterns.find(({ expression }) => expression.test(path))?.pattern ?? "other";
}
