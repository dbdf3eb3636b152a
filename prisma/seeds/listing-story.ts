import type { ListingSection } from "~/domain/directory/listing-sections";

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

const id = (last: number) => `0199a000-0000-7000-8000-00000000${last}`;

type Short = {
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

function program(short: Short): StoryListing {
  const { en, es, ages, hours } = short;
  return {
    id: short.id,
    checked: short.checked,
    openings: short.openings,
    paused: short.paused,
    sections: {
      basics: { name: en[0], nameEs: es[0], needCodes: short.needs, summaryEn: en[1], summaryEs: es[1], modelName: short.model ?? "" },
      who: { childAgeMinMonths: ages?.[0] ?? "", childAgeMaxMonths: ages?.[1] ?? "", caregiverRoles: ["anyone"], acceptsScreenedOut: "yes" },
      when_where: {
        deliveryModes: short.modes,
        timesOfDay: short.times ?? [],
        byday: short.days ?? [],
        opensAt: hours?.[0] ?? "",
        closesAt: hours?.[1] ?? "",
        visibility: short.hidden ? "hidden" : "full",
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
      languages_access: { staffLanguages: short.languages ?? ["en", "es"], childcareOnSite: short.childcare ?? "ask" },
      openings: short.room ?? { capacityStatus: "open", available: 3 },
    },
  };
}

const westSide = ["21215", "21216", "21217", "21207", "21209", "21211"];

export const harborStory: StoryOrganization[] = [
  {
    id: harborLaneId, name: "Harbor Lane Family Resource Center", email: "intake@harborlane.example",
    listings: [
      program({ id: eveningGroupId, checked: 6, en: ["Spanish Evening Parenting Group", "Ten evenings with other parents about everyday life with children: bedtime, tantrums, school. In Spanish, with dinner."], es: ["Grupo de crianza por la tarde", "Diez tardes con otros padres sobre la vida diaria con los niños: la hora de dormir, los berrinches, la escuela. En español y con cena."], needs: ["parenting_support", "support_groups"], ages: [0, 144], modes: ["centre"], times: ["evening"], days: ["TU"], hours: ["18:00", "20:00"], street: "12 Invented Lane", zip: "21215", bus: "Bus 206", phone: "(410) 555-0117", languages: ["es"], childcare: "yes", model: "Invented Families Together" }),
      program({ id: id(1009), checked: 9, en: ["Family Navigators", "Someone who helps your family find housing, food, forms and programs, and goes with you if you want."], es: ["Navegadores familiares", "Una persona que ayuda a su familia a encontrar vivienda, comida, formularios y programas, y la acompaña si usted quiere."], needs: ["family_help", "housing", "food"], modes: ["centre", "phone"], times: ["morning", "afternoon"], days: ["MO", "TU", "WE", "TH", "FR"], hours: ["09:00", "17:00"], street: "12 Invented Lane", zip: "21215", phone: "(410) 555-0117" }),
      program({ id: id(1013), checked: 30, openings: 4, en: ["Family Counseling", "Talk with a counselor as a family or alone. Pay what you can."], es: ["Consejería familiar", "Hable con un consejero en familia o a solas. Pague lo que pueda."], needs: ["counseling"], modes: ["centre", "video"], times: ["afternoon", "evening"], days: ["MO", "WE"], hours: ["13:00", "20:00"], street: "12 Invented Lane", zip: "21215", phone: "(410) 555-0118", free: "no", fees: "Sliding scale", room: { capacityStatus: "assess_first" } }),
    ],
  },
  {
    id: rosewoodId, name: "Rosewood Community Partners", email: "referrals@rosewood.example",
    listings: [
      program({ id: homeVisitsId, checked: 2, en: ["Parents Together Home Visits", "A family visitor comes to your home every week, at times that suit you, and works on what matters to you."], es: ["Visitas en casa: Padres Juntos", "Una visitante familiar va a su casa cada semana, a la hora que le convenga, y trabaja en lo que a usted le importa."], needs: ["parenting_support", "home_visiting"], ages: [-9, 96], modes: ["home"], times: ["evening", "weekend"], days: ["MO", "TU", "WE", "TH", "SA"], hours: ["10:00", "20:00"], street: "8 Pretend Avenue", zip: "21216", area: westSide, phone: "(410) 555-0142", room: { capacityStatus: "open", available: 5 } }),
      program({ id: id(1007), checked: 12, openings: 11, en: ["Diaper and Baby Closet", "Diapers, formula, clothes and car seats for babies, once a month."], es: ["Ropero de pañales y cosas de bebé", "Pañales, fórmula, ropa y asientos de carro para bebés, una vez al mes."], needs: ["baby_supplies", "clothing_household"], ages: [-9, 36], modes: ["centre"], times: ["afternoon", "weekend"], days: ["TH", "SA"], hours: ["12:00", "16:00"], street: "8 Pretend Avenue", zip: "21216", phone: "(410) 555-0143", room: { capacityStatus: "open", available: 20 } }),
      program({ id: id(1008), checked: 160, openings: 20, en: ["Grandfamilies Circle", "A weekly group for grandparents and relatives who are raising children."], es: ["Círculo de abuelos que crían", "Un grupo semanal para abuelos y familiares que están criando niños."], needs: ["kinship_care", "support_groups", "parenting_support"], ages: [0, 216], modes: ["centre"], times: ["morning"], days: ["WE"], hours: ["10:00", "11:30"], street: "8 Pretend Avenue", zip: "21216", phone: "(410) 555-0144", languages: ["en"], childcare: "yes" }),
    ],
  },
  {
    id: casaDelPuenteId, name: "Casa del Puente", email: "hola@casadelpuente.example",
    listings: [
      program({ id: familiasFuertesId, checked: 11, en: ["Familias Fuertes Parenting Class", "Eight classes in Spanish about raising children between two cultures."], es: ["Familias Fuertes", "Ocho clases en español sobre criar a los hijos entre dos culturas."], needs: ["parenting_support"], ages: [24, 168], modes: ["centre"], times: ["evening"], days: ["WE"], hours: ["17:30", "19:30"], street: "77 Make-Believe Road", zip: "21209", phone: "(410) 555-0163", languages: ["es", "en"], room: { capacityStatus: "waitlist", waitlistDays: 21 } }),
      program({ id: id(1011), checked: 5, en: ["English for Families", "Free English classes for parents, with child care."], es: ["Inglés para familias", "Clases de inglés gratis para padres, con cuidado de niños."], needs: ["adult_education"], modes: ["centre"], times: ["evening"], days: ["MO", "TH"], hours: ["18:00", "20:00"], street: "77 Make-Believe Road", zip: "21209", phone: "(410) 555-0164", languages: ["es", "en"], childcare: "yes", room: { capacityStatus: "open", available: 12 } }),
    ],
  },
  {
    id: eastlineId, name: "Eastline Parents Network", email: "hello@eastline.example",
    listings: [
      program({ id: fathersCircleId, checked: 18, openings: 3, en: ["Fathers' Circle", "Fathers meet on Thursday evenings, in person or online, to talk and learn together."], es: ["Círculo de papás", "Los papás se reúnen los jueves por la tarde, en persona o en línea, para hablar y aprender juntos."], needs: ["parenting_support", "fathers"], ages: [0, 216], modes: ["centre", "video"], times: ["evening"], days: ["TH"], hours: ["19:00", "20:30"], street: "5 Fictional Court", zip: "21218", phone: "(410) 555-0171", room: { capacityStatus: "open", available: 8 } }),
      program({ id: id(1010), checked: 4, en: ["Teen Parent Mentors", "A mentor who was a young parent too."], es: ["Mentores para padres jóvenes", "Un mentor que también fue papá o mamá joven."], needs: ["mentoring", "pregnancy", "parenting_support"], ages: [-9, 60], modes: ["centre"], times: ["evening"], days: ["TU"], hours: ["17:00", "19:00"], street: "5 Fictional Court", zip: "21218", phone: "(410) 555-0172", room: { capacityStatus: "full" } }),
    ],
  },
  {
    id: brightStepsId, name: "Bright Steps Center", email: "team@brightsteps.example",
    listings: [
      program({ id: id(1005), checked: 3, en: ["Early Steps Visits", "Help at home with talking, walking and playing for babies and toddlers."], es: ["Visitas Primeros Pasos", "Ayuda en casa para que los bebés y niños pequeños hablen, caminen y jueguen."], needs: ["early_development", "home_visiting"], ages: [0, 36], modes: ["home"], times: ["morning", "afternoon"], days: ["MO", "TU", "WE", "TH", "FR"], hours: ["08:30", "16:30"], street: "21 Story Street", zip: "21211", area: westSide, phone: "(410) 555-0181" }),
      program({ id: id(1006), checked: 40, openings: 2, en: ["Saturday Play and Learn", "Parents and small children play together and meet other families."], es: ["Sábados para jugar y aprender", "Los padres y los niños pequeños juegan juntos y conocen a otras familias."], needs: ["support_groups", "parenting_support", "preschool"], ages: [0, 60], modes: ["centre"], times: ["weekend", "morning"], days: ["SA"], hours: ["10:00", "12:00"], street: "21 Story Street", zip: "21211", phone: "(410) 555-0182", room: { capacityStatus: "open", available: 6 } }),
      program({ id: id(1014), checked: 20, paused: true, en: ["Saturday Respite", "Four hours of care for your children, so that you can rest."], es: ["Sábados de descanso", "Cuatro horas de cuidado para sus hijos, para que usted descanse."], needs: ["respite", "child_care"], ages: [12, 120], modes: ["centre"], times: ["weekend"], days: ["SA"], hours: ["09:00", "13:00"], street: "21 Story Street", zip: "21211", phone: "(410) 555-0183" }),
    ],
  },
  {
    id: lanternHouseId, name: "Lantern House Advocates", email: "advocates@lanternhouse.example", victimServiceProvider: true,
    listings: [
      program({ id: id(1012), checked: 8, en: ["Safety and Shelter Advocates", "An advocate to talk with about safety at home, day or night. You decide what happens next."], es: ["Defensoras para su seguridad", "Una defensora con quien hablar sobre la seguridad en casa, de día o de noche. Usted decide qué sigue."], needs: ["family_violence", "shelter", "counseling"], modes: ["phone"], phone: "(410) 555-0190", hidden: true, signedRelease: true }),
    ],
  },
  {
    id: newRootsId, name: "New Roots Recovery", email: "welcome@newroots.example", part2Program: true,
    listings: [
      program({ id: id(1015), checked: 7, en: ["Parents in Recovery", "Treatment and a peer group for parents, with child care during visits."], es: ["Padres en recuperación", "Tratamiento y un grupo de apoyo para padres, con cuidado de niños durante las visitas."], needs: ["substance_use", "support_groups"], modes: ["centre"], times: ["morning", "evening"], days: ["MO", "WE", "FR"], hours: ["09:00", "19:00"], street: "60 Imaginary Way", zip: "21218", phone: "(410) 555-0195", childcare: "yes", signedRelease: true }),
    ],
  },
];

export const riversideStory: StoryOrganization[] = [
  {
    id: baysideHubId, name: "Bayside Family Hub", email: "hub@bayside.example",
    listings: [
      program({ id: id(2001), checked: 5, en: ["Bayside Parenting Evenings", "A friendly evening group for parents in English and Spanish."], es: ["Tardes de crianza de la bahía", "Un grupo amable por las tardes para padres, en inglés y español."], needs: ["parenting_support"], ages: [0, 144], modes: ["centre"], times: ["evening"], days: ["MO"], hours: ["18:00", "19:30"], street: "3 Unreal Quay", zip: "21403", phone: "(410) 555-0201" }),
      program({ id: id(2002), checked: 5, en: ["Bayside Food Shelf", "Groceries for families every Friday."], es: ["Despensa de la bahía", "Alimentos para familias todos los viernes."], needs: ["food"], modes: ["centre"], times: ["afternoon"], days: ["FR"], hours: ["13:00", "17:00"], street: "3 Unreal Quay", zip: "21403", phone: "(410) 555-0202", room: { capacityStatus: "open", available: 40 } }),
    ],
  },
];
