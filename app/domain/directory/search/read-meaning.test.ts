import { describe, expect, it } from "vitest";
import { placesNear } from "../places/places";
import { readSearchLine } from "./read-search-line";

const places = placesNear({ latitude: 39.3453, longitude: -76.6843 });
const read = (line: string) => readSearchLine(line, places);

describe("readSearchLine, as people on a call type", () => {
  it.each([
    [
      "parentng 21215",
      { needs: ["parenting_support"], said: [{ need: "parenting_support", words: "parenting" }] },
    ],
    ["just left her husband", { needs: ["family_violence"] }],
    ["mi esposo me pega", { needs: ["family_violence"] }],
    ["13 yo wont go to the school", { needs: ["counseling"], childAgesMonths: [156] }],
    ["other kids", { needs: [], caregivers: [], words: [] }],
    ["family navigators kicked out last night", { times: [] }],
    ["got evicted this morning", { needs: ["housing"], times: [] }],
    ["court tomorrow morning custody", { times: [] }],
    ["lo echaron ayer por la noche", { times: [] }],
    ["parenting class saturday morning", { times: ["weekend", "morning"] }],
    ["baby at home needs formula", { needs: ["baby_supplies"], modes: [] }],
    ["mom using fentanyl 2 yr old at home", { modes: [], childAgesMonths: [24] }],
    ["lights off at home", { modes: [] }],
    ["speech therapy at home 3 yo", { modes: ["home"] }],
    ["in home therapy for autistic son", { modes: ["home"] }],
    ["terapia en casa", { modes: ["home"] }],
    ["no hay comida en casa", { needs: ["food"], modes: [] }],
    ["nurse newborn", { needs: ["home_visiting"] }],
    ["home visiting nurse first baby", { needs: ["home_visiting"] }],
    ["teen son running away", { needs: ["shelter"], words: [] }],
    ["pregnant teen", { needs: ["pregnancy"], childAgesMonths: [-9], caregivers: ["teen_parents"] }],
    ["16 yo mom w newborn", { childAgesMonths: [0], caregivers: ["teen_parents"] }],
    ["17-year-old father", { childAgesMonths: [], caregivers: ["teen_parents"] }],
    ["16 year old mother, diapers", { childAgesMonths: [], caregivers: ["teen_parents"] }],
    ["mom is 15, baby 3 months", { childAgesMonths: [3], caregivers: ["teen_parents"] }],
    ["mamá de 16 años con recién nacido", { childAgesMonths: [0], caregivers: ["teen_parents"] }],
    ["mom of 16 yo", { childAgesMonths: [192], caregivers: ["mothers"] }],
    ["mamá de un niño de 16 años", { childAgesMonths: [192], caregivers: ["mothers"] }],
    ["36 yo mom", { caregivers: ["mothers"] }],
    ["no money for lawyer", { needs: ["legal_help"] }],
    ["sin dinero para abogado", { needs: ["legal_help"] }],
    ["dad wants visits w his kids", { words: ["visits w his kids"], caregivers: ["fathers"] }],
    ["not free ok counseling", { needs: ["counseling"], cost: null }],
    ["food pantry no church", { needs: ["food"], without: ["religious"] }],
    ["comida sin iglesia", { needs: ["food"], without: ["religious"] }],
    ["food no spanish", { needs: ["food"], languages: [] }],
    ["no violence, no drugs, needs diapers", { needs: ["baby_supplies"], words: [] }],
    ["food, not drugs", { needs: ["food"], words: [] }],
    ["comida, sin drogas ni violencia", { needs: ["food"] }],
    ["teen 15 help with drugs", { needs: ["substance_use"], childAgesMonths: [180] }],
    ["food no cost", { needs: ["food"], cost: "free" }],
    ["mi hijo de 2 años no habla", { needs: ["early_development"], childAgesMonths: [24], languages: [] }],
    ["mi hijo no habla, hablo español", { needs: ["early_development"], languages: ["es"] }],
    ["no habla inglés, comida", { needs: ["food"], languages: [] }],
    ["un lugar seguro esta noche", { needs: ["shelter"], times: [] }],
    ["clases de inglés gratis", { needs: ["adult_education"], cost: "free", languages: [] }],
    ["grandma raising grandkids", { needs: ["kinship_care"], caregivers: ["grandparents_kin"] }],
    ["food por la tarde", { times: ["afternoon"] }],
    ["2 mos behind on rent", { needs: ["housing"], childAgesMonths: [] }],
    ["debo 2 meses de renta", { needs: ["housing"], childAgesMonths: [] }],
    ["drugs, 6 months clean", { needs: ["substance_use"], childAgesMonths: [] }],
  ])("reads what is meant: %s", (line, expected) => {
    expect(read(line).criteria).toMatchObject(expected);
  });
  it.each([
    ["kids 4 and 18 mo", [48, 18]],
    ["mother of 4, oldest 12", [144]],
    ["daughter cutting herself 14", [168]],
    ["daughter needs a bed apt 4", []],
    ["son 8 and daughter grade 3", [96]],
    ["2.5 years old", [30]],
    ["2 1/2 yrs", [30]],
    ["1.5 yr old", [18]],
    ["4 y/o", [48]],
    ["18 mths", [18]],
    ["birth to 3", [0, 36]],
    ["under 5", [0, 48]],
    ["dos años y medio", [30]],
    ["año y medio", [18]],
    ["3 to 6 months", [3, 6]],
    ["kids 8mo, 3 & 10", [8, 36, 120]],
    ["3yo, 2 bedroom apt", [36]],
  ])("reads ages as people write them: %s", (line, ages) => {
    expect(read(line).criteria).toMatchObject({ childAgesMonths: ages, times: [] });
  });
  it.each([
    ["speech delay balt county", "24005"],
    ["food balt co", "24005"],
    ["food bmore", "Baltimore, MD"],
    ["food aa county", "24003"],
  ])("knows a place by its short form: %s", (line, code) => {
    expect(read(line).criteria.place?.code).toBe(code);
  });
  it.each(["Łódka", "Straßentreff", "Smørrebrød", "Đông", "Đình", "مركز الأسرة السعيدة"])(
    "keeps a name as it is written: %s",
    (name) => expect(read(name).criteria.words).toEqual(name.split(" ")),
  );
});
