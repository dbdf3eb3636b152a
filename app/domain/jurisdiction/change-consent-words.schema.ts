import { z } from "zod";
import { consentPlaces } from "../referrals/family/consent-words";
import { required, versionKey } from "./change-facts.schema";

export const consentWordsMax = 400;

/** One sentence or more, as it is read: every place is there, and none that nobody fills. */
const words = (places: readonly string[]) =>
  required(consentWordsMax)
    .pipe(z.string().min(40, "too_short"))
    .superRefine((typed, ctx) => {
      const missing = places.some((place) => !typed.includes(place));
      const rest = places.reduce((left, place) => left.replaceAll(place, ""), typed);
      if (missing) ctx.addIssue({ code: "custom", message: "words_place_missing" });
      else if (/[{}]/.test(rest)) ctx.addIssue({ code: "custom", message: "words_place_unknown" });
    });

export const changeConsentWordsSchema = z.object({
  ...versionKey,
  ...{ askedEn: words(consentPlaces.asked), askedEs: words(consentPlaces.asked) },
  ...{ ownEn: words(consentPlaces.own), ownEs: words(consentPlaces.own) },
});
