import {
  publishListing,
  recordPhoneCheck,
  sendBackListing,
  undoFieldChange,
  unpublishListing,
} from "~/domain/directory/index.server";
import { isSection } from "~/domain/directory/editing/listing-sections";
import { unpublishReasons } from "~/domain/directory/review/unpublish-reasons";
import { resolveConcern } from "~/domain/feedback/index.server";
import { concernResolutions } from "~/domain/feedback/concern-resolutions";
import { Invalid } from "~/domain/kernel/errors";
import type { Ctx } from "~/domain/kernel/context";

const text = (form: FormData, name: string) => String(form.get(name) ?? "");

/** What the agency's administrator does with one listing; answers the notice to show. */
export async function actOnReview(ctx: Ctx, id: string, form: FormData): Promise<string> {
  const key = { id, version: Number(form.get("version")) };
  switch (form.get("intent")) {
    case "phoned":
      await recordPhoneCheck(ctx, key);
      return "phoned";
    case "publish":
      await publishListing(ctx, key);
      return "published";
    case "send-back":
      await sendBackListing(ctx, { ...key, sections: form.getAll("sections").filter(isSection) });
      return "sent-back";
    case "undo":
      await undoFieldChange(ctx, { changeId: text(form, "changeId"), version: key.version });
      return "undone";
    case "settle": {
      const resolution = concernResolutions.find((one) => one === form.get("resolution"));
      if (!resolution) throw new Invalid({ resolution: ["required"] });
      await resolveConcern(ctx, { id: text(form, "concernId"), resolution });
      return "settled";
    }
    default: {
      const reason = unpublishReasons.find((one) => one === form.get("reason"));
      if (!reason) throw new Invalid({ reason: ["required"] });
      const doNotList = form.has("doNotList");
      await unpublishListing(ctx, { ...key, reason, doNotList });
      return doNotList ? "do-not-list" : "unpublished";
    }
  }
}
