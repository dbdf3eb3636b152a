import { redirect } from "@remix-run/node";
import type { DeskArgs } from "~/auth/desk.server";
import { confirmListing, listListings, setOpenings } from "~/domain/directory/index.server";
import { NotFound } from "~/domain/kernel/errors";
import { isId } from "~/domain/kernel/ids";
import { textOf } from "./act-on-referral.server";

type Args = DeskArgs & { form: FormData };

/** − 3 +, or a number typed: openings of one listing, known from now on. */
async function changeOpenings({ ctx, form }: Args): Promise<string> {
  const change = Number(textOf(form, "change")) || 0;
  const typed = Number(textOf(form, "available"));
  const number = Number.isInteger(typed) ? { available: Math.max(0, typed + change) } : { change };
  await setOpenings(ctx, { id: textOf(form, "serviceId"), version: textOf(form, "version"), ...number });
  return "done=openings";
}

/** "All still right": confirms up to five listings that are due. */
async function confirmDue({ ctx }: Args): Promise<string> {
  const due = (await listListings(ctx)).filter((listing) => listing.due).slice(0, 5);
  for (const { id, version } of due) await confirmListing(ctx, { id, version });
  return `done=listings&count=${due.length}`;
}

const acts: Record<string, (args: Args) => Promise<string>> = {
  openings: changeOpenings,
  "confirm-listings": confirmDue,
};

/** Acts of the inbox that concern no one referral. */
export async function actOnList(args: Args): Promise<Response> {
  const act = acts[textOf(args.form, "intent")];
  if (!act) throw new NotFound();
  const query = await act(args);
  const stage = args.url.searchParams.get("stage") ?? "new";
  const back = textOf(args.form, "back");
  return redirect(
    `/provider/${args.params.org}/referrals${isId(back) ? `/${back}` : ""}?stage=${stage}&${query}`,
    303,
  );
}
