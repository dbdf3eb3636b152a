import { describe, expect, it } from "vitest";
import { type ListingSaid, victimEvidence } from "./victim-evidence";

const nothing: ListingSaid = {
  organizationName: "Agency",
  organizationDescription: "",
  name: "Program",
  description: "",
  terms: [],
};
const rules = (said: Partial<ListingSaid>) => victimEvidence({ ...nothing, ...said }).map(({ rule }) => rule);

describe("what may be a victim service", () => {
  it.each<[string, Partial<ListingSaid>]>([
    ["name", { name: "House of Invention, Domestic Violence Hotline" }],
    ["name", { organizationName: "Casa Segura del Condado" }],
    ["category", { terms: ["Help Escape Violence"] }],
    [
      "category",
      { terms: ["Domestic Violence Survivors"], description: "For women after domestic violence." },
    ],
    ["shelter", { description: "Emergency shelter and counseling for battered women and their children." }],
    ["shelter", { description: "Ofrece un refugio a mujeres y niños que huyen de la violencia doméstica." }],
    ["shelter", { description: "Línea de crisis las 24 horas para víctimas de agresión sexual." }],
    ["shelter", { description: "Advocacy and support for survivors of domestic violence." }],
    ["shelter", { description: "Apoyo a víctimas de violencia doméstica." }],
    ["shelter", { description: "Sexual assault crisis services, day and night." }],
    ["shelter", { description: "Housing for human trafficking survivors." }],
    ["category", { terms: ["Domestic Violence Survivors", "Emergency Shelter"] }],
    ["organization", { organizationDescription: "A shelter for victims of domestic violence." }],
    [
      "organization",
      { organizationDescription: "Serves survivors of rape. Rape crisis. Also two transitional homes." },
    ],
    [
      "organization",
      { organizationDescription: "Helps victims of physical and emotional battering by a crisis hotline." },
    ],
    ["shelter", { description: "Women and kids who are not safe at home can sleep here." }],
    ["shelter", { description: "Not safe at home? Sleep here. Pets welcome, and you are not alone." }],
    ["shelter", { description: "Casa de acogida: camas para mujeres que no están seguras en casa." }],
    ["shelter", { description: "A bed tonight, for anybody who is afraid of a partner." }],
    ["shelter", { description: "Are you in danger from your husband? Call: we have rooms for you." }],
    ["shelter", { description: "Home isn't safe? You can stay with us, and bring your children." }],
    ["shelter", { description: "Scared of someone at home? A place to go, day and night." }],
    ["shelter", { description: "Mujeres y niños que no están seguras en casa pueden dormir aquí." }],
    ["shelter", { description: "Si tiene miedo de su pareja puede quedarse con nosotras." }],
    ["shelter", { description: "Camas para quienes están en peligro en su propia casa." }],
    ["organization", { organizationDescription: "Families who feel unsafe at home find a room with us." }],
    ["organization", { organizationName: "Sexual Assault Resource Center" }],
  ])("is told by its %s: %j", (rule, said) => {
    expect(rules(said)).toContain(rule);
  });
  it.each<Partial<ListingSaid>>([
    { description: "Outpatient treatment of substance abuse. Therapy for families." },
    { description: "Prevents child abuse and neglect. Emergency shelter for animals." },
    { description: "Food pantry and homeless shelter for men." },
    { name: "Drapery and grape harvest class" },
    { description: "Legal advice on divorce, custody and domestic violence." },
    { terms: ["Abuse or Neglect Survivors"], description: "Foster care." },
    {
      name: "City Health District",
      terms: ["Domestic Violence Survivors"],
      description: "Domestic violence screening.",
    },
    {
      name: "Women's Law Center",
      terms: ["family_violence"],
      description: "Represents victims of domestic violence.",
    },
    {
      name: "County Hospital",
      terms: ["Sexual Assault Survivors"],
      description: "Heart surgery. Sexual assault center.",
    },
    {
      name: "Alcohol and Drug Intervention",
      terms: ["family_violence"],
      description: "Anger, domestic violence groups.",
    },
    {
      description:
        "Refers to shelter; food; substance abuse counseling; domestic violence and other services.",
    },
    { description: "Rides for families living in homeless or domestic violence shelters." },
    { name: "SAFE House", description: "Recovery home for sober living of women." },
    { description: "Homeless shelter. Men and women who do not feel safe on the street can sleep here." },
    { description: "Foster beds for children who are not safe at home." },
    {
      description:
        "Summer camp. Children who are afraid to sleep away from home stay in a cabin with a counselor.",
    },
    { description: "Summer camp for kids; those afraid at home of the dark sleep near a counselor." },
    {
      description: "A safe home from fire: an alarm in each room where you sleep, if your home is not safe.",
    },
    { description: "Helps seniors who are not safe at home to stay in their own home." },
    { description: "For people who are not safe at home alone: rooms with nurses." },
    { description: "Legal help if you are afraid of your husband." },
    { description: "Cuartos con alarma de humo para quien no está seguro en su casa." },
    { description: "Familias de acogida: camas para niños que no están seguros en casa." },
    { description: "Albergue para personas sin hogar que no se sienten seguras en la calle." },
    { description: "Refugee resettlement and English classes." },
  ])("is nothing of %j", (said) => {
    expect(rules(said)).toEqual([]);
  });
});
