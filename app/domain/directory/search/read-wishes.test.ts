import { describe, expect, it } from "vitest";
import { placesNear } from "../places/places";
import { readSearchLine } from "./read-search-line";

const places = placesNear({ latitude: 39.3453, longitude: -76.6843 });
const read = (line: string) => readSearchLine(line, places).criteria;

describe("readSearchLine", () => {
  it.each([
    ["my stepdad touches me", "family_help", "child abuse"],
    ["he waved a machete at us", "family_violence", "domestic violence"],
    ["im going to jump", "crisis_help", "suicide"],
    ["she took a bunch of pills", "crisis_help", "crisis line"],
  ])("looks for help with a danger where no need is named: %s", (line, need, words) => {
    expect(read(line)).toMatchObject({ needs: [need], said: [{ need, words }], words: [] });
  });
  it("looks for the need that is named beside a danger", () => {
    expect(read("he grabbed me, diapers").needs).toEqual(["baby_supplies"]);
    expect(read("me quiere matar").needs).toEqual(["family_violence"]);
  });
  it.each([
    ["parentng", ["parenting_support"]],
    ["counsling", ["counseling"]],
    ["diapres", ["baby_supplies"]],
    ["pañles", ["baby_supplies"]],
    ["evicton", ["housing"]],
    ["tengo ganas", []],
    ["fire up", ["shelter"]],
    ["respira", []],
    ["shoot", []],
    ["tires", []],
  ])("repairs what is misspelt and no everyday word: %s", (line, needs) => {
    expect(read(line).needs).toEqual(needs);
  });
  it.each([
    ["my kid is sad", ["counseling"]],
    ["sad", ["counseling"]],
    ["mom crying all day", ["counseling"]],
    ["angry teen", ["parenting_support"]],
    ["kids fighting all the time", ["parenting_support"]],
    ["im tired", ["parenting_support"]],
    ["nowhere to sleep tonight", ["shelter"]],
    ["no place to go", ["shelter"]],
    ["about to lose my apartment", ["housing"]],
    ["gonna lose my house", ["housing"]],
    ["dog bite", ["health_care"]],
    ["19 yo aged out of foster care", ["housing"]],
    ["alanon", ["support_groups"]],
    ["my husband is an alcoholic i need a support group", ["support_groups"]],
    ["boys and girls club", ["after_school"]],
    ["shoot hoops after school", ["after_school"]],
    ["abuelita cuidando nietos necesita ayuda", ["kinship_care"]],
    ["mi nieto vive conmigo", ["kinship_care"]],
    ["quiero dejar de tomar", ["substance_use"]],
    ["busco chamba", ["work_training"]],
    ["mi esposo me dejó", ["family_help"]],
    ["duermo en el carro con mis hijos", ["shelter"]],
    ["me echaron de la casa", ["shelter"]],
    ["biles de la luz atrasados", ["utilities"]],
    ["pampers", ["baby_supplies"]],
    ["no tengo aseguranza y estoy embarazada", ["health_care"]],
  ])("knows what families say: %s", (line, needs) => expect(read(line).needs).toEqual(needs));
  it("keeps that a clinic be free, and that papás are parents", () => {
    expect(read("free clinic")).toMatchObject({ needs: ["health_care"], cost: "free" });
    expect(read("clases para papás")).toMatchObject({ needs: ["parenting_support"], caregivers: [] });
  });
  it.each([
    ["not a shelter, need first months rent deposit", ["housing"]],
    ["dont want a shelter need rent help", ["housing"]],
    ["dont want to go to a shelter, rent help", ["housing"]],
    ["no quiero refugio, ayuda con la renta", ["housing"]],
    ["no shelters", []],
    ["no shelter", ["shelter"]],
    ["dont want to lose my apartment", ["housing"]],
    ["dont want to be homeless", ["shelter"]],
    ["dont have diapers", ["baby_supplies"]],
    ["not talking", ["early_development"]],
    ["no food", ["food"]],
    ["no heat", ["utilities"]],
    ["baby food not formula", ["baby_supplies"]],
  ])("reads what is said not to be wanted: %s", (line, needs) => expect(read(line).needs).toEqual(needs));
  it.each(["not pregnant need birth control", "no estoy embarazada, anticonceptivos"])(
    "expects no child where the line says so: %s",
    (line) => expect(read(line)).toMatchObject({ needs: ["health_care"], childAgesMonths: [] }),
  );
});
