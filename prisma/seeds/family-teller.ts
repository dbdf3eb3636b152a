import { homeVisitsId } from "./listing-story";

/** One invented family as it was told on the phone, and where its referral should stand. */
export type FamilyStory = {
  caregiverName: string;
  phone: string;
  language: "en" | "es" | "vi";
  ages: number[];
  zip: string;
  needs: string[];
  words: string;
  serviceId: string;
  sentAt: Date;
  urgent?: boolean;
  callsThemselves?: boolean;
};

export type TellFamily = (
  caregiverName: string,
  language: FamilyStory["language"],
  ages: number[],
  sentAt: Date,
  words: string,
  more?: Partial<FamilyStory>,
) => FamilyStory;

/** Families of one telling, each with the next of the invented phones. */
export function familyTeller(): TellFamily {
  let phone = 100;
  return (caregiverName, language, ages, sentAt, words, more = {}) => {
    phone += 1;
    return {
      caregiverName,
      phone: `(410) 555-0${phone}`,
      language,
      ages,
      zip: "21216",
      needs: ["parenting_support"],
      words,
      serviceId: homeVisitsId,
      sentAt,
      ...more,
    };
  };
}
