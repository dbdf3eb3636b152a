import { data, redirect } from "@remix-run/node";
import type { DeskArgs } from "~/auth/desk.server";
import {
  closeListingPlace,
  getListing,
  listListingHistory,
  needsInForce,
  saveListingSection,
} from "~/domain/directory/index.server";
import { isSection, type ListingSection } from "~/domain/directory/editing/listing-sections";
import { openPlaces } from "~/domain/directory/places/open-places";
import { Invalid } from "~/domain/kernel/errors";
import { withNeedNames } from "../listing-card/need-names.server";
import { describeCheck } from "../listing-history/describe-history.server";
import { describePlaces } from "./describe-places.server";
import { type EditorDesk, editorFrame, listingsPath } from "./editor-frame.server";
import { readFields, sectionFields } from "./listing-fields";
import { valuesOf } from "./listing-values";
import { errorWords, listingWords } from "./listing-words.server";

function sectionOf(value: string | undefined): ListingSection {
  if (!isSection(value)) throw new Response(null, { status: 404 });
  return value;
}

/** What the form of one section shows, on either desk. */
export async function loadSection(args: DeskArgs, desk: EditorDesk) {
  const section = sectionOf(args.params.section);
  const id = args.params.id ?? "";
  const { row, progress } = await getListing(args.ctx, { id });
  const editor = await editorFrame(args, desk);
  const words = { ...listingWords(args), timeZone: args.session.membership.timeZone };
  const t = await withNeedNames(args.ctx, words.language, words.t);
  return {
    editor,
    section,
    listing: { id: row.id, name: row.name, version: row.version },
    // A need that is offered no more can be chosen only where it is already.
    needs: [...new Set([...(await needsInForce(args.ctx)).offered, ...row.needCodes])].map((value) => ({
      value,
      label: t(`needs:${value}`),
    })),
    values: valuesOf(row, section),
    severalPlaces: openPlaces(row).length > 1,
    places: section === "when_where" ? describePlaces(row) : null,
    placeNotice: ["place", "closed", "opened"].find((one) => args.url.searchParams.has(one)) ?? null,
    moreNeeded: progress[section] === "more_needed",
    // Whose word the listing is: the agency that edits sees who confirmed it last.
    check: desk === "admin" ? describeCheck(words, (await listListingHistory(args.ctx, { id })).check) : null,
  };
}

async function movePlace(args: DeskArgs & { form: FormData }, path: string, closed: boolean) {
  const { ctx, form, params } = args;
  await closeListingPlace(ctx, {
    id: params.id ?? "",
    version: Number(form.get("version")),
    placeId: String(form.get("placeId") ?? ""),
    closed,
  });
  return redirect(`${path}/edit/when_where?${closed ? "closed" : "opened"}`, 303);
}

/** Saves one section, or closes and opens a place; typed words are kept when something is missing. */
export async function actOnSection(args: DeskArgs & { form: FormData }, desk: EditorDesk) {
  const { ctx, form, params } = args;
  const section = sectionOf(params.section);
  const path = `${listingsPath(desk, params)}/${params.id}`;
  const intent = form.get("intent");
  if (intent === "close-place" || intent === "open-place")
    return movePlace(args, path, intent === "close-place");
  const values = readFields(sectionFields(section), form);
  try {
    await saveListingSection(ctx, {
      id: params.id ?? "",
      version: Number(form.get("version")),
      section,
      values,
      moreNeeded: form.get("moreNeeded") === "on",
    });
    return redirect(`${path}?saved`, 303);
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    const errors = errorWords(listingWords(args), error.fieldErrors);
    return data({ ok: false as const, errors, conflict: null, values }, { status: 422 });
  }
}
export type LoadedSection = Awaited<ReturnType<typeof loadSection>>;
