import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { z } from "zod";
import { sayUnsaved } from "~/auth/say-unsaved.server";
import { type DeskArgs, deskAction, deskActs } from "~/auth/desk.server";
import { text, ticked } from "~/auth/form-fields";
import {
  closeListingPlace,
  getListing,
  listListingHistory,
  needsInForce,
  saveListingSection,
} from "~/domain/directory/index.server";
import { isSection, type ListingSection } from "~/domain/directory/editing/listing-sections";
import { openPlaces } from "~/domain/directory/places/open-places";
import { describeCheck } from "../listing-history/describe-history.server";
import { describePlaces } from "./describe-places.server";
import { type EditorDesk, editorFrame, listingsPath } from "./editor-frame.server";
import { areaChoices, withAreas } from "./fill-areas.server";
import { sectionFields } from "./listing-fields";
import { valuesOf } from "./listing-values";
import { ruleInWords } from "./rule-in-words";
import { deskWords } from "../desk-words.server";
import { keepingValues, listingForm, readFields, unsaved } from "./read-fields.server";

function sectionOf(value: string | undefined): ListingSection {
  if (!isSection(value)) throw new Response(null, { status: 404 });
  return value;
}

/** The places whose openings can be counted apart, where there are several. */
function placeChoices(
  { t }: Awaited<ReturnType<typeof deskWords>>,
  row: Parameters<typeof describePlaces>[0],
) {
  const open = describePlaces(row).filter(({ closed }) => !closed);
  return open.length < 2
    ? []
    : open.map(({ id, words }) => ({ value: id, label: words ?? t("provider-listings:places.hidden") }));
}

/** What the form of one section shows, on either desk. */
export async function loadSection(args: DeskArgs, desk: EditorDesk) {
  const section = sectionOf(args.params.section);
  const id = args.params.id ?? "";
  const { row, progress, stillShown } = await getListing(args.ctx, { id });
  const editor = await editorFrame(args, desk);
  const words = await deskWords(args, "provider-listings");
  return {
    editor,
    section,
    listing: { id: row.id, name: row.name, version: row.version },
    // A need that is offered no more can be chosen only where it is already.
    needs: [...new Set([...(await needsInForce(args.ctx)).offered, ...row.needCodes])].map((value) => ({
      value,
      label: words.t(`needs:${value}`),
    })),
    areas: section === "when_where" ? await areaChoices(args.ctx, words.language) : [],
    values: valuesOf(row, section),
    severalPlaces: openPlaces(row).length > 1,
    placeChoices: placeChoices(words, row),
    places: section === "when_where" ? describePlaces(row) : null,
    stillShown: section === "when_where" ? stillShown : [],
    placeNotice: ["place", "closed", "opened"].find((one) => args.url.searchParams.has(one)) ?? null,
    rule: section === "when_where" ? ruleInWords(words, row.schedules) : null,
    moreNeeded: progress[section] === "more_needed",
    // Whose word the listing is: the agency that edits sees who confirmed it last.
    check: desk === "admin" ? describeCheck(words, (await listListingHistory(args.ctx, { id })).check) : null,
  };
}

const path = (args: DeskArgs, desk: EditorDesk) => `${listingsPath(desk, args.params)}/${args.params.id}`;

const movePlace = (desk: EditorDesk, closed: boolean) =>
  [
    z.object({ version: text, placeId: text }),
    async ({ input, ...args }: DeskArgs & { input: { version: string; placeId: string } }) => {
      await closeListingPlace(args.ctx, { id: args.params.id ?? "", ...input, closed });
      return redirect(`${path(args, desk)}/edit/when_where?${closed ? "closed" : "opened"}`, 303);
    },
  ] as const;

/** Saves one section, or closes and opens a place; typed words are kept when something is missing. */
const sectionActs = (desk: EditorDesk) =>
  deskActs({
    "close-place": movePlace(desk, true),
    "open-place": movePlace(desk, false),
    save: [
      listingForm.extend({ moreNeeded: ticked }),
      async ({ input: { version, moreNeeded, ...typed }, ...args }) => {
        const section = sectionOf(args.params.section);
        const values = await withAreas(args.ctx, readFields(sectionFields(section), typed));
        const id = args.params.id ?? "";
        return keepingValues(args, values, async () => {
          await saveListingSection(args.ctx, { id, version, section, values, moreNeeded });
          return redirect(`${path(args, desk)}?saved`, 303);
        });
      },
    ],
  });

/** Hiding its place looks at whatever the directory says of it. */
export const sectionAction = (desk: EditorDesk) => (args: ActionFunctionArgs) =>
  sayUnsaved(args, deskAction(desk, sectionActs(desk), { timeout: 60_000 }), (form) =>
    unsaved(sectionFields(sectionOf(args.params.section)), form),
  );
export type LoadedSection = Awaited<ReturnType<typeof loadSection>>;
