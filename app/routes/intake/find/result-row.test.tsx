import { createRequestHandler, type ServerBuild } from "@remix-run/node";
import { describe, expect, it } from "vitest";
import * as entry from "../../../entry.server";
import { ResultList } from "./result-list";
import type { CallView, ClosedView, RowView } from "./view";

const hostile = `<script>alert("1")</script><img src=x onerror='a()'> & Ñandú "quoted"`;
const call: CallView = {
  id: "7",
  line: "support_line",
  caller: "family",
  ended: false,
  elapsedSeconds: 0,
  about: null,
  facts: [],
  done: [],
};
const row: RowView = {
  at: 3,
  number: 3,
  phone: { words: "(410) 555-0100", href: "tel:4105550100" },
  about: { words: "A group for parents.", language: "en" },
  says: { label: "Says", phrases: [{ words: "parenting", language: "en" }] },
  slug: "open-door",
  name: "Open Door",
  where: "Rosewood · 2.1 miles",
  room: { tone: "ok", mark: "check", words: "3 openings" },
  beside: "answers within 2 days",
  ticks: ["Spanish"],
  asks: ["Ask about cost"],
  checked: "Checked today",
  kept: false,
  done: "Details given",
};
const nasty: RowView = {
  ...row,
  slug: `x"><script>`,
  name: hostile,
  where: hostile,
  room: { ...row.room, words: hostile },
  beside: hostile,
  phone: { words: hostile, href: `tel:1" onclick="a()` },
  about: { words: hostile, language: `en" onclick="a()` },
  says: { label: hostile, phrases: [{ words: hostile, language: `en" onclick="a()` }] },
  ticks: [hostile],
  asks: [hostile],
  checked: hostile,
  done: hostile,
};
const closed: ClosedView = { slug: "a", name: "A", where: "B", words: "Full" };
const shut: ClosedView = { slug: "a", name: hostile, where: hostile, words: hostile };

const nobody = { cspNonce: "", requestId: "1", clientIp: "", session: null };

/** A list as the portal sends it, drawn through its own entry. */
async function draw(
  language: string,
  current: boolean,
  list: { row: RowView; call?: CallView; closed?: ClosedView },
) {
  const results = {
    heading: "",
    leftOut: null,
    rows: [list.row],
    closed: [list.closed ?? closed],
    closedWords: "",
    wider: [],
    misfits: null,
    pages: null,
  };
  const chosen = current ? list.row.at : 0;
  const module = {
    default: () => (
      <ResultList call={list.call ?? call} results={results} chosen={chosen} choose={() => {}} />
    ),
  };
  const root = {
    id: "root",
    path: "",
    module: "",
    hasAction: false,
    hasLoader: false,
    hasClientAction: false,
    hasClientLoader: false,
    hasErrorBoundary: false,
  };
  const build: ServerBuild = {
    entry: { module: entry },
    routes: { root: { id: "root", path: "", module } },
    assets: { entry: { imports: [], module: "" }, routes: { root }, url: "", version: "" },
    publicPath: "/",
    assetsBuildDirectory: "",
    future: {
      v3_fetcherPersist: true,
      v3_relativeSplatPath: true,
      v3_throwAbortReason: true,
      v3_singleFetch: true,
      v3_lazyRouteDiscovery: false,
    },
    isSpaMode: false,
    mode: "production",
  };
  const request = new Request("http://portal.example/", { headers: { Cookie: `lang=${language}` } });
  return (await createRequestHandler(build, "production")(request, nobody)).text();
}
const tags = (html: string) => html.match(/<\/?[a-z0-9]+/g);

describe.each(["en", "es"])("rows of results, in %s", (language) => {
  it.each([true, false])("let nothing that a provider wrote become HTML, chosen %s", async (current) => {
    const drawn = await draw(language, current, { row: nasty, closed: shut });
    expect(tags(drawn)).toEqual(tags(await draw(language, current, { row })));
    expect(drawn).toContain("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;");
    expect(drawn).not.toMatch(/" on\w+=/);
  });

  it("offer the acts of the chosen row only, reaching out when the family is not on the line", async () => {
    const other = await draw(language, false, { row });
    expect(other).toContain('id="r3" href="/intake/calls/7?at=3#r3"');
    expect(other).not.toContain("data-key");
    const chosen = await draw(language, true, { row });
    expect(chosen.match(/data-key="(.)"/g)).toEqual(["r", "w", "t", "a"].map((key) => `data-key="${key}"`));
    const absent = await draw(language, true, {
      row: { ...row, kept: true },
      call: { ...call, caller: "someone_else" },
    });
    expect(absent).toContain('href="/intake/calls/7/outreach?at=3&amp;program=open-door"');
    expect(absent).toContain('value="drop"');
  });
});
