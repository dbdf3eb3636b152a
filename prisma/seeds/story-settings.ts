import type { StoryTime } from "./story-time";

/** Settings that a county would agree with its counsel; the citations are invented. */
export const storySettings = ({ holidays }: StoryTime) => ({
  calendar: { holidays },
  disclosureBases: [
    {
      key: "community_response",
      kind: "statute",
      citation: "Sample Family Code 12.34: voluntary services after a closed contact",
      label: { en: "Community response law", es: "Ley de respuesta comunitaria" },
    },
    {
      key: "partner_agreement",
      kind: "mou",
      citation: "Agreement 2026-07 with community partners",
      label: { en: "Agreement with community partners", es: "Acuerdo con socios comunitarios" },
    },
  ],
  goalFrameworkVersion: "phl-ioc",
});
