import type { Language, Namespace } from "./languages";
import enAccount from "./en/account.json";
import enAdmin from "./en/admin.json";
import enAdminAreas from "./en/admin-areas.json";
import enAdminRecords from "./en/admin-records.json";
import enAdminCounty from "./en/admin-county.json";
import enAdminDirectory from "./en/admin-directory.json";
import enAdminTranslations from "./en/admin-translations.json";
import enChecks from "./en/checks.json";
import enCommon from "./en/common.json";
import enFamily from "./en/family.json";
import enIntake from "./en/intake.json";
import enLinkage from "./en/linkage.json";
import enMail from "./en/mail.json";
import enListing from "./en/listing.json";
import enCrisis from "./en/crisis.json";
import enListingReview from "./en/listing-review.json";
import enManager from "./en/manager.json";
import enGoals from "./en/goals.json";
import enNeeds from "./en/needs.json";
import enPages from "./en/pages.json";
import enProvider from "./en/provider.json";
import enProviderListings from "./en/provider-listings.json";
import enPublic from "./en/public.json";
import enShare from "./en/share.json";
import enStatus from "./en/status.json";
import esAccount from "./es/account.json";
import esAdmin from "./es/admin.json";
import esAdminAreas from "./es/admin-areas.json";
import esAdminRecords from "./es/admin-records.json";
import esAdminCounty from "./es/admin-county.json";
import esAdminDirectory from "./es/admin-directory.json";
import esAdminTranslations from "./es/admin-translations.json";
import esChecks from "./es/checks.json";
import esCommon from "./es/common.json";
import esFamily from "./es/family.json";
import esIntake from "./es/intake.json";
import esLinkage from "./es/linkage.json";
import esMail from "./es/mail.json";
import esListing from "./es/listing.json";
import esCrisis from "./es/crisis.json";
import esListingReview from "./es/listing-review.json";
import esManager from "./es/manager.json";
import esGoals from "./es/goals.json";
import esNeeds from "./es/needs.json";
import esPages from "./es/pages.json";
import esProvider from "./es/provider.json";
import esProviderListings from "./es/provider-listings.json";
import esPublic from "./es/public.json";
import esShare from "./es/share.json";
import esStatus from "./es/status.json";

export type WordTree = { [key: string]: WordTree | WordTree[] | string | string[] };

/** Every word of every language. Named imports, not a glob, so that the worker and the command line (tsx) can read them too. */
export const resources: Record<Language, Record<Namespace, WordTree>> = {
  en: {
    account: enAccount,
    admin: enAdmin,
    "admin-areas": enAdminAreas,
    "admin-records": enAdminRecords,
    "admin-county": enAdminCounty,
    "admin-directory": enAdminDirectory,
    "admin-translations": enAdminTranslations,
    share: enShare,
    checks: enChecks,
    listing: enListing,
    "listing-review": enListingReview,
    crisis: enCrisis,
    common: enCommon,
    family: enFamily,
    intake: enIntake,
    linkage: enLinkage,
    mail: enMail,
    needs: enNeeds,
    pages: enPages,
    manager: enManager,
    goals: enGoals,
    provider: enProvider,
    "provider-listings": enProviderListings,
    public: enPublic,
    status: enStatus,
  },
  es: {
    account: esAccount,
    admin: esAdmin,
    "admin-areas": esAdminAreas,
    "admin-records": esAdminRecords,
    "admin-county": esAdminCounty,
    "admin-directory": esAdminDirectory,
    "admin-translations": esAdminTranslations,
    share: esShare,
    checks: esChecks,
    listing: esListing,
    "listing-review": esListingReview,
    crisis: esCrisis,
    common: esCommon,
    family: esFamily,
    intake: esIntake,
    linkage: esLinkage,
    mail: esMail,
    needs: esNeeds,
    pages: esPages,
    manager: esManager,
    goals: esGoals,
    provider: esProvider,
    "provider-listings": esProviderListings,
    public: esPublic,
    status: esStatus,
  },
};
