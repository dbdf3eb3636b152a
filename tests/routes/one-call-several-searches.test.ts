import type { ActionFunction, LoaderFunction } from "@remix-run/node";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openCall } from "../../app/domain/households/index.server";
import { systemClock } from "../../app/domain/kernel/clock";
import { action as callAction, loader as callLoader } from "../../app/routes/intake/call";
import { loader as referLoader } from "../../app/routes/intake/refer";
import type { FindView, PanelView } from "../../app/routes/intake/find/view";
import { staffActor } from "../setup/auth-people";
import { testDatabase } from "../setup/database";
import { signedInAs } from "../setup/desk-session";
import { makeJurisdiction, makeListing, makeOrganization } from "../setup/listing-rows";

const db = await testDatabase();
const door = { latitude: 39.3453, longitude: -76.6843, street: "1 First Street", city: "Baltimore" };
let here = "";

beforeAll(async () => {
  here = await makeJurisdiction(db, "harbor");
  const organizationId = await makeOrganization(db, here, "Rosewood Community Partners");
  for (let at = 1; at <= 30; at += 1) {
    const name = `Food Pantry ${String(at).padStart(2, "0")}`;
    const room = at % 10 === 0 ? { capacityStatus: "open" as const, capacityAsOf: new Date() } : {};
    await makeListing(db, here, {
      service: { organizationId, name, slug: `pantry-${at}`, needCodes: ["food"], ...room },
      location: door,
    });
  }
  await makeListing(db, here, {
    service: {
      organizationId,
      name: "Toddler Music",
      slug: "toddler-music",
      childAgeMinMonths: 12,
      childAgeMaxMonths: 35,
    },
    location: door,
  });
  const draft = { organizationId, name: "Draft of food", slug: "draft-of-food", needCodes: ["food"] };
  await makeListing(db, here, { service: { ...draft, listingState: "draft" }, location: door });
  const belAir = { latitude: 39.5359, longitude: -76.3483, street: "2 Second Street", city: "Bel Air" };
  const [hidden, partial] = ["hidden", "partial"] as const;
  for (const [name, location] of [
    ["Diapers Bel Air", belAir],
    ["Diapers in town", door],
    ["Diapers hidden", { ...belAir, visibility: hidden }],
    ["Diapers by town", { ...belAir, visibility: partial }],
  ] as const)
    await makeListing(db, here, {
      service: {
        ...{ organizationId, name, slug: name.toLowerCase().replaceAll(" ", "-") },
        ...{ needCodes: ["baby_supplies"], confidential: name.endsWith("hidden") },
      },
      location,
    });
}, 60_000);

/** A call as its worker sees it. */
let desk: Awaited<ReturnType<typeof openDesk>>;
async function openDesk() {
  const actor = staffActor("hotline_screener", { jurisdictionId: here });
  const { callId } = await db.inTransaction({ jurisdictionId: here }, (tx) =>
    openCall({ actor, tx, clock: systemClock }, { line: "support_line" }),
  );
  const context = signedInAs(actor);
  const params = { id: callId };
  const act = async (fields: Record<string, string>) => {
    const body = new URLSearchParams(fields);
    const request = new Request("http://localhost/", { method: "POST", body });
    await (callAction as ActionFunction)({ request, params, context });
  };
  const look = async (query = "") => {
    const request = new Request(`http://localhost/${query}`);
    const { view } = (await (callLoader as LoaderFunction)({ request, params, context })) as {
      view: FindView;
    };
    return view;
  };
  const open = async (program: string, query: string) => {
    const request = new Request(`http://localhost/${query}`);
    const args = { request, params: { ...params, program }, context };
    return (await (referLoader as LoaderFunction)(args)) as { view: FindView; panel: PanelView };
  };
  const chips = async () => (await look()).search.chips.map(({ id }) => id);
  return { act, look, open, chips, type: (q: string) => act({ intent: "search", q }) };
}
beforeEach(async () => {
  desk = await openDesk();
});

describe("pages of results at intake", () => {
  it("are numbered through, each begins at its first row, and the heading says what is shown", async () => {
    await desk.type("food pantry");
    const first = await desk.look();
    expect(first.results.heading).toBe("30 programs fit. 3 have openings. 1–25 shown.");
    expect(first.results.pages).toEqual({ words: "Page 1 of 2", previous: null, next: 26 });
    const second = await desk.look("?at=26");
    expect(second.results.heading).toBe("30 programs fit. 3 have openings. 26–30 shown.");
    expect(second.results.pages).toEqual({ words: "Page 2 of 2", previous: 1, next: null });
    expect(second.chosen).toBe(26);
    expect(second.results.rows.map(({ at, number }) => [at, number])).toEqual(
      [26, 27, 28, 29, 30].map((at) => [at, at - 25]),
    );
    const slugs = [...first.results.rows, ...second.results.rows].map(({ slug }) => slug);
    expect(new Set(slugs).size).toBe(30);
    const open = [...first.results.rows, ...second.results.rows].filter(({ room }) => room.tone === "ok");
    expect(open).toHaveLength(3);
    expect(first.results.rows.slice(0, 3).map(({ room }) => room.tone)).toEqual(["ok", "ok", "ok"]);
  });

  it("open the panel of a program on a later page, and a row beyond the end is the last one", async () => {
    await desk.type("food pantry");
    const [, , third] = (await desk.look("?at=26")).results.rows;
    const { panel, view } = await desk.open(third?.slug ?? "", "?at=28");
    expect([panel.at, view.chosen, panel.slug]).toEqual([28, 28, third?.slug]);
    expect((await desk.look("?at=900")).chosen).toBe(30);
  });
});

describe("a second search on a call", () => {
  it("keeps place, language and ages until another is said, and never a need or a time", async () => {
    await desk.type("food pantry 21215 spanish evening kids 3 and 6");
    await desk.type("diapers");
    expect(await desk.chips()).toEqual([
      "need:baby_supplies",
      "place:21215",
      "language:es",
      "age:36",
      "age:72",
    ]);
    await desk.type("diapers 21224 baby 8 months");
    expect(await desk.chips()).toEqual(["need:baby_supplies", "place:21224", "language:es", "age:8"]);
  });

  it("leaves a chip off that was taken off: its words leave the line, and no search brings it back", async () => {
    await desk.type("food pantry near 21215 spanish kids 3 and 6");
    await desk.act({ intent: "remove", chip: "place:21215" });
    const { search } = await desk.look();
    expect(search.line).toBe("food pantry spanish kids 3 and 6");
    await desk.type(search.line);
    expect(await desk.chips()).toEqual(["need:food", "language:es", "age:36", "age:72"]);
    await desk.act({ intent: "remove", chip: "language:es" });
    await desk.type("diapers");
    await desk.act({ intent: "remove", chip: "age:36" });
    await desk.type("diapers");
    expect(await desk.chips()).toEqual(["need:baby_supplies", "age:72"]);
  });
});

describe("a row", () => {
  it("says why it was found, what it is, and whom to call; of a hidden place nothing", async () => {
    await desk.type("food pantry");
    const [row] = (await desk.look()).results.rows;
    expect(row?.says).toEqual({ label: "Says", phrases: [{ words: "food pantry", language: null }] });
  });

  it("names the county of a place outside the jurisdiction's own, and none of a hidden place", async () => {
    await desk.type("diapers");
    const rows = (await desk.look()).results.rows;
    const where = Object.fromEntries(rows.map((row) => [row.name, row.where]));
    expect(where["Diapers Bel Air"]).toContain("in Harford County");
    expect(where["Diapers in town"]).not.toContain("County");
    expect(where["Diapers hidden"]).not.toMatch(/County|Bel Air/);
    expect(rows.find(({ name }) => name === "Diapers hidden")?.about).toBeNull();
  });
});

describe("why not this program?", () => {
  it("says on one press which rules leave a program out that is close by its words", async () => {
    await desk.type("diapers bel air by town, 21215, kids 7 months");
    expect((await desk.look()).results.misfits).toBeNull();
    const { misfits } = (await desk.look("?why=1")).results;
    const belAir = misfits?.find(({ name }) => name === "Diapers Bel Air");
    expect(belAir?.fails).toEqual([
      expect.stringMatching(/^2\d(\.\d)? miles away; you look within 5 miles$/),
    ]);
    expect(misfits?.map(({ name }) => name)).not.toContain("Diapers in town");
    expect(misfits?.map(({ name }) => name)).not.toContain("Diapers hidden");
    await desk.type("toddler music 7 months");
    const music = (await desk.look("?why=1")).results.misfits;
    expect(music).toEqual([
      expect.objectContaining({ name: "Toddler Music", fails: ["Child: 7 months. Takes 1 to 2 years"] }),
    ]);
  });

  it("says it of one program that was opened, whether the search has it or not, and 404 of one that is not published", async () => {
    await desk.type("food pantry 21215 kids 7 months");
    const asked = "?at=3&how=open&fit=1";
    const music = (await desk.open("toddler-music", asked)).panel;
    expect(music).toMatchObject({ how: "open", at: 3, canRefer: false });
    expect(music.fit).toEqual({
      fails: ["Child: 7 months. Takes 1 to 2 years"],
      notes: ["Take these pieces off your search to bring it in."],
    });
    expect((await desk.open("toddler-music", "?how=refer")).panel).toMatchObject({ how: "open", fit: null });
    const pantry = (await desk.open("pantry-1", asked)).panel;
    expect(pantry.fit).toEqual({ fails: [], notes: ["It fails none of the rules of this call."] });
    expect(pantry.canRefer).toBe(true);
    const diapers = (await desk.open("diapers-in-town", asked)).panel;
    expect(diapers.fit?.notes[0]).toBe("It fails none of the rules of this call.");
    expect(diapers.fit?.notes[1]).toMatch(/^If it is not in the results/);
    for (const slug of ["draft-of-food", "nowhere"])
      await expect(desk.open(slug, asked)).rejects.toMatchObject({ status: 404 });
  });

  it("names the program on the list of those left out so that it can be opened", async () => {
    await desk.type("toddler music 7 months");
    expect((await desk.look("?why=1")).results.misfits?.map(({ slug }) => slug)).toEqual(["toddler-music"]);
  });
});
