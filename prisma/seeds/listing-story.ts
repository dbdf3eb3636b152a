import type { ListingSection } from "~/domain/directory/editing/listing-sections";

/** Organizations and programs of the told story. All invented; the streets do not exist. */
export interface StoryOrganization {
  id: string;
  name: string;
  email: string;
  victimServiceProvider?: boolean;
  part2Program?: boolean;
  listings: StoryListing[];
}
export interface StoryListing {
  id: string;
  /** Days before the seed when somebody last checked the listing, and when openings were last set. */
  checked: number;
  openings?: number;
  paused?: boolean;
  sections: Record<ListingSection, Record<string, unknown>>;
}

export const harborLaneId = "0199a000-0000-7000-8000-000000000101";
export const rosewoodId = "0199a000-0000-7000-8000-000000000102";
export const casaDelPuenteId = "0199a000-0000-7000-8000-000000000103";
export const eastlineId = "0199a000-0000-7000-8000-000000000104";
export const brightStepsId = "0199a000-0000-7000-8000-000000000105";
export const lanternHouseId = "0199a000-0000-7000-8000-000000000106";
export const newRootsId = "0199a000-0000-7000-8000-000000000107";
export const baysideHubId = "0199a000-0000-7000-8000-000000000201";

export const eveningGroupId = "0199a000-0000-7000-8000-000000001001";
export const homeVisitsId = "0199a000-0000-7000-8000-000000001002";
export const familiasFuertesId = "0199a000-0000-7000-8000-000000001003";
export const fathersCircleId = "0199a000-0000-7000-8000-000000001004";

export const storyId = (last: number) => `0199a000-0000-7000-8000-00000000${last}`;

export type Short = {
  id: string;
  checked: number;
  openings?: number;
  paused?: boolean;
  en: [name: string, summary: string];
  es: [name: string, summary: string];
  needs: string[];
  ages?: [number, number];
  modes: string[];
  times?: string[];
  days?: string[];
  hours?: [string, string];
  street?: string;
  zip?: string;
  bus?: string;
  area?: string[];
  phone: string;
  languages?: string[];
  free?: "yes" | "no" | "ask";
  fees?: string;
  childcare?: "yes" | "no" | "ask";
  room?: Record<string, unknown>;
  hidden?: boolean;
  signedRelease?: boolean;
  bring?: [string, string];
  model?: string;
};

export function program(short: Short): StoryListing {
  const { en, es, ages, hours } = short;
  return {
    id: short.id,
    checked: short.checked,
    openings: short.openings,
    paused: short.paused,
    sections: {
      basics: {
        name: en[0],
        nameEs: es[0],
        needCodes: short.needs,
        summaryEn: en[1],
        summaryEs: es[1],
        modelName: short.model ?? "",
      },
      who: {
        childAgeMinMonths: ages?.[0] ?? "",
        childAgeMaxMonths: ages?.[1] ?? "",
        caregiverRoles: ["anyone"],
        acceptsScreenedOut: "yes",
      },
      when_where: {
        deliveryModes: short.modes,
        timesOfDay: short.times ?? [],
        byday: short.days ?? [],
        opensAt: hours?.[0] ?? "",
        closesAt: hours?.[1] ?? "",
        visibility: short.hidden ? "hidden" : "full",
        visibilityReason: short.hidden ? "safety" : "",
        street: short.hidden ? "" : (short.street ?? "40 Sample Street"),
        city: short.hidden ? "" : "Baltimore",
        state: short.hidden ? "" : "MD",
        postalCode: short.hidden ? "" : (short.zip ?? "21215"),
        transportation: short.bus ?? "",
        areaZips: (short.area ?? []).join(" "),
      },
      how_to_join: {
        phone: short.phone,
        acceptsSelfReferral: "yes",
        needsSignedRelease: String(short.signedRelease ?? false),
        isFree: short.free ?? "yes",
        feesDescription: short.fees ?? "",
        bringEn: short.bring?.[0] ?? "Nothing. No papers are asked for.",
        bringEs: short.bring?.[1] ?? "Nada. No piden papeles.",
      },
      languages_access: {
        staffLanguages: short.languages ?? ["en", "es"],
        childcareOnSite: short.childcare ?? "ask",
      },
      openings: short.room ?? { capacityStatus: "open", available: 3 },
    },
  };
}

/** ZIPs that the home visitors of the story go to. */
export const westSide = ["21215", "21216", "21217", "21207", "21209", "21211"];
