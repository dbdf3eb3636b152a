/** Exactly what leaves with a referral, frozen when it is sent. A class that the family did not agree to is absent. */
export type ReferralSnapshot = {
  caregiverName: string | null;
  phone: string | null;
  email: string | null;
  contactWay: string | null;
  messageOk: boolean;
  bestTimes: string | null;
  language: string;
  interpreter: boolean;
  postalCode: string | null;
  childAgesMonths: number[];
};

/** What a permission may cover; also the parts of the sentence read aloud. */
export const dataClasses = [
  "name",
  "phone",
  "email",
  "postal_code",
  "language",
  "child_ages",
  "needs",
] as const;
export type DataClass = (typeof dataClasses)[number];

type Shared = Omit<ReferralSnapshot, "caregiverName"> & { caregiverName: string | null };

/** The classes that a filled form would share, in the order they are read aloud. */
export function dataClassesOf(
  family: Pick<Shared, "caregiverName" | "phone" | "email" | "postalCode" | "childAgesMonths">,
): DataClass[] {
  const present: Record<DataClass, boolean> = {
    name: Boolean(family.caregiverName),
    phone: Boolean(family.phone),
    email: Boolean(family.email),
    postal_code: Boolean(family.postalCode),
    language: true,
    child_ages: family.childAgesMonths.length > 0,
    needs: true,
  };
  return dataClasses.filter((dataClass) => present[dataClass]);
}

/** The snapshot of a family's details, less what its permission does not cover. */
export function takeSnapshot(family: Shared, covered: readonly string[]): ReferralSnapshot {
  const has = (dataClass: DataClass) => covered.includes(dataClass);
  return {
    caregiverName: has("name") ? family.caregiverName : null,
    phone: has("phone") ? family.phone : null,
    email: has("email") ? family.email : null,
    contactWay: family.contactWay,
    messageOk: family.messageOk,
    bestTimes: family.bestTimes,
    language: family.language,
    interpreter: family.interpreter,
    postalCode: has("postal_code") ? family.postalCode : null,
    childAgesMonths: has("child_ages") ? family.childAgesMonths : [],
  };
}
