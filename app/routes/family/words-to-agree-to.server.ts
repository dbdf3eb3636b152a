import { type ConsentLanguage, consentWords } from "~/domain/referrals/family/consent-words";
import { dataClassesOf } from "~/domain/referrals/sending/referral-snapshot";
import type { FamilyPage, FamilyReferral } from "~/domain/referrals/reading/referral-views";

/** The words a family agrees to on its own page: every class that may leave with this referral. */
export function wordsToAgreeTo(
  language: ConsentLanguage,
  page: FamilyPage,
  referral: FamilyReferral,
): string {
  const { phone, email, contactWay } = page.contact;
  const classes = dataClassesOf({
    caregiverName: page.caregiverName,
    phone,
    email,
    postalCode: null,
    childAgesMonths: [0],
  });
  return consentWords(language, classes, referral.organizationName, contactWay ?? "call");
}
