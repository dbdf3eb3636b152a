import { baysideHubId, program, storyId as id, type StoryOrganization } from "./listing-story";

/** Riverside Bay, the second jurisdiction. */
export const riversideStory: StoryOrganization[] = [
  {
    id: baysideHubId,
    name: "Bayside Family Hub",
    email: "hub@bayside.example",
    listings: [
      program({
        id: id(2001),
        checked: 5,
        en: ["Bayside Parenting Evenings", "A friendly evening group for parents in English and Spanish."],
        es: [
          "Tardes de crianza de la bahía",
          "Un grupo amable por las tardes para padres, en inglés y español.",
        ],
        needs: ["parenting_support"],
        ages: [0, 144],
        modes: ["centre"],
        times: ["evening"],
        days: ["MO"],
        hours: ["18:00", "19:30"],
        street: "3 Unreal Quay",
        zip: "21403",
        phone: "(410) 555-0201",
      }),
      program({
        id: id(2002),
        checked: 5,
        en: ["Bayside Food Shelf", "Groceries for families every Friday."],
        es: ["Despensa de la bahía", "Alimentos para familias todos los viernes."],
        needs: ["food"],
        modes: ["centre"],
        times: ["afternoon"],
        days: ["FR"],
        hours: ["13:00", "17:00"],
        street: "3 Unreal Quay",
        zip: "21403",
        phone: "(410) 555-0202",
        room: { capacityStatus: "open", available: 40 },
      }),
    ],
  },
];
