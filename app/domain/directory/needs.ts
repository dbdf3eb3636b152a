/**
 * The portal's own list of needs: short, licence-free, mapped outward. The plain names families
 * read are in locales/<lang>/needs.json under the same code; synonyms here are only for reading
 * what someone typed. `openEligibility` holds titles of Open Eligibility 2.0 (CC BY-SA 3.0,
 * auntbertha/openeligibility), `sdohcc` categories of the Gravity SDOHCC guide (CC0).
 */
export interface Need {
  code: string;
  openEligibility: readonly string[];
  sdohcc: readonly string[];
  en: readonly string[];
  es: readonly string[];
}

const need = (
  code: string,
  openEligibility: string[],
  sdohcc: string[],
  en: string,
  es: string,
): Need => ({
  code,
  openEligibility,
  sdohcc,
  en: en.split(", "),
  es: es.split(", "),
});

export const needs: readonly Need[] = [
  need("parenting_support", ["Parenting Education"], ["protective-factor"],
    "parenting, parenting support, parenting class, parenting group, parent education, parent training, parents, tantrums, discipline, behavior at home",
    "crianza, ayuda con la crianza, clase de padres, clases para padres, escuela para padres, berrinches, disciplina, padres"),
  need("home_visiting", ["Home Visiting"], ["protective-factor"],
    "home visiting, home visits, home visit, home visitor, visits at home",
    "visitas en casa, visitas al hogar, visita en casa, visitas a domicilio"),
  need("support_groups", ["Support Groups", "Support Network", "Peer Support"], ["social-connection"],
    "support group, support groups, peer support, isolated, lonely, meet other parents",
    "grupo de apoyo, grupos de apoyo, apoyo entre padres, soledad, conocer otros padres"),
  need("fathers", ["Fathers"], ["protective-factor", "social-connection"],
    "father, fathers, fatherhood, dads, dad",
    "papas, papa, paternidad, grupo de papas"),
  need("kinship_care", ["Adoption & Foster Parenting", "Guardianship", "Relief for Caregivers"], ["protective-factor"],
    "kinship, kinship care, grandparents, grandparent, grandmother, raising grandchildren, relative caregiver",
    "abuelos, abuela, abuelo, parientes, familia extendida, criar nietos"),
  need("counseling", ["Counseling", "Mental Health", "Mental Health Care", "Outpatient mental health centers"], ["stress"],
    "counseling, counselling, therapy, therapist, mental health, depression, anxiety, stress, family therapy",
    "consejeria, terapia, terapeuta, salud mental, depresion, ansiedad, estres, terapia familiar"),
  need("crisis_help", ["Psychiatric Emergency Services", "Help Hotlines", "Immediate Safety"], ["stress"],
    "crisis, hotline, crisis line, suicide, emergency help",
    "crisis, linea de crisis, suicidio, linea de ayuda"),
  need("substance_use", ["Substance Use Disorder", "Addiction & Recovery", "Outpatient Treatment", "Withdrawal Management", "Alcohol Use Disorders", "Medication-Assisted Treatment (MAT) Provided", "Residential Treatment"], ["stress"],
    "substance use, substance abuse, drugs, drug treatment, alcohol, recovery, addiction, detox, rehab, opioid",
    "drogas, alcohol, adiccion, recuperacion, uso de sustancias, desintoxicacion, rehabilitacion"),
  need("family_violence", ["Help Escape Violence", "Safe Housing", "Domestic Violence Survivors"], ["intimate-partner-violence"],
    "domestic violence, family violence, abuse, abusive partner, safe at home, violence, dv",
    "violencia domestica, violencia familiar, maltrato, violencia, pareja abusiva"),
  need("child_care", ["Childcare", "Help Find Childcare", "Help Pay for Childcare", "Day Camp"], ["material-hardship"],
    "child care, childcare, daycare, day care, babysitting, nursery",
    "cuidado de ninos, guarderia, cuidado infantil, ninera"),
  need("preschool", ["Preschool"], ["educational-attainment"],
    "preschool, pre-k, prek, head start, early head start, kindergarten readiness",
    "preescolar, prekinder, head start, jardin de ninos"),
  need("after_school", ["Afterschool Care", "Before School Care", "Recreation", "Tutoring"], ["educational-attainment"],
    "after school, afterschool, tutoring, homework help, recreation, youth program",
    "despues de la escuela, tutoria, ayuda con la tarea, recreacion"),
  need("mentoring", ["Mentoring", "One-on-One Support"], ["social-connection"],
    "mentoring, mentor, big brother, big sister, role model",
    "mentor, mentores, mentoria"),
  need("early_development", ["Developmental Disability", "Disability Screening", "Special Education"], ["educational-attainment"],
    "early intervention, child development, speech delay, developmental delay, special needs, special education, autism, disability",
    "intervencion temprana, desarrollo infantil, retraso del habla, necesidades especiales, educacion especial, autismo, discapacidad"),
  need("pregnancy", ["Maternity Care", "Pregnancy", "Pregnancy Tests", "Family Planning", "Postnatal Care"], ["protective-factor"],
    "pregnancy, pregnant, prenatal, expecting, postpartum, new baby, newborn, doula",
    "embarazo, embarazada, prenatal, posparto, bebe recien nacido, doula, partera"),
  need("baby_supplies", ["Baby Supplies", "Diapers & Formula", "Baby Clothes"], ["material-hardship"],
    "baby supplies, diapers, diaper, formula, baby clothes, car seat, crib, stroller, wipes",
    "panales, panal, formula, ropa de bebe, cuna, asiento de carro, cosas para bebe"),
  need("food", ["Food Pantry", "Free Meals", "Emergency Food", "Food Delivery", "Help Pay for Food", "Food Benefits"], ["food-insecurity"],
    "food, food pantry, groceries, hungry, meals, free meals, snap, food stamps, wic",
    "comida, alimentos, despensa, banco de comida, estampillas, comidas gratis, hambre, wic"),
  need("housing", ["Help Find Housing", "Help Pay for Housing", "Housing Advice", "Short-Term Housing", "Housing Vouchers"], ["housing-instability"],
    "housing, rent, rent help, eviction, apartment, rental assistance, place to live",
    "vivienda, renta, ayuda con la renta, desalojo, apartamento, alquiler"),
  need("shelter", ["Emergency Shelter", "Temporary Shelter"], ["homelessness"],
    "shelter, homeless, homelessness, emergency shelter, nowhere to stay",
    "refugio, albergue, sin hogar, sin casa, desamparados"),
  need("utilities", ["Help Pay for Utilities", "Help Pay for Internet or Phone", "Home Fuels"], ["utility-insecurity"],
    "utilities, utility, electric bill, gas bill, water bill, heating, shut off, internet bill",
    "servicios publicos, luz, recibo de luz, agua, gas, calefaccion, corte de luz"),
  need("clothing_household", ["Clothing", "Furniture", "Home Goods", "Personal Care Items", "Clothes for School", "Toys & Gifts"], ["material-hardship"],
    "clothing, clothes, furniture, bed, beds, household items, coats, toys",
    "ropa, muebles, cama, camas, articulos del hogar, abrigos, juguetes"),
  need("money_help", ["Financial Assistance", "Emergency Cash", "Government Benefits", "Financial Education", "Tax Preparation", "Disability Benefits"], ["financial-insecurity"],
    "money, cash help, benefits, financial help, tanf, budgeting, taxes, bills",
    "dinero, beneficios, ayuda economica, presupuesto, impuestos, cuentas"),
  need("work_training", ["Help Find Work", "Job Placement", "Skills & Training", "Interview Training"], ["employment-status"],
    "work, job, jobs, employment, job training, resume, unemployed",
    "trabajo, empleo, capacitacion, curriculo, desempleo"),
  need("adult_education", ["GED/High-School Equivalency", "English as a Second Language (ESL)", "Basic Literacy", "Computer Class"], ["educational-attainment", "language-access"],
    "ged, esl, english class, english classes, literacy, adult education, computer class, high school diploma",
    "ged, clases de ingles, ingles, alfabetizacion, educacion para adultos, computacion"),
  need("transportation", ["Transportation", "Bus Passes", "Help Pay for Transit", "Transportation for Healthcare", "Help Pay for Gas"], ["transportation-insecurity"],
    "transportation, ride, rides, bus pass, gas card, transit",
    "transporte, pase de autobus, pasajes, gasolina, aventon"),
  need("legal_help", ["Advocacy & Legal Aid", "Legal", "Representation", "Mediation", "Housing Legal"], ["material-hardship"],
    "legal, legal help, lawyer, attorney, custody, legal aid, court help, mediation",
    "legal, ayuda legal, abogado, abogada, custodia, mediacion"),
  need("immigration", ["Citizenship & Immigration", "Immigrants", "Refugees"], ["language-access"],
    "immigration, immigrant, citizenship, asylum, refugee, daca",
    "inmigracion, inmigrante, ciudadania, asilo, refugiado, daca"),
  need("health_care", ["Medical Care", "Primary Care", "Dental Care", "Vision Care", "Vaccinations", "Health Insurance"], ["health-insurance-coverage-status", "medical-cost-burden"],
    "health care, healthcare, doctor, dentist, dental, clinic, medicaid, insurance, vaccines, checkup",
    "salud, doctor, medico, dentista, clinica, medicaid, seguro medico, vacunas"),
  need("respite", ["Relief for Caregivers", "Respite care services"], ["stress"],
    "respite, respite care, break for parents, caregiver break, crisis nursery",
    "respiro, relevo, descanso para padres, descanso para cuidadores"),
  need("family_help", ["Navigating the System", "Help Fill out Forms", "Case Management Services Provided", "Community Support Services"], ["protective-factor"],
    "family resource center, family support, case management, navigator, help with forms, resources, family help",
    "centro de recursos, apoyo familiar, manejo de casos, ayuda con formularios, recursos, apoyo para familias"),
];

export const needCodes: readonly string[] = needs.map((n) => n.code);

const byTitle = new Map<string, string[]>();
for (const n of needs) {
  for (const title of n.openEligibility) {
    byTitle.set(title.toLowerCase(), [...(byTitle.get(title.toLowerCase()) ?? []), n.code]);
  }
}

/** Need codes of an Open Eligibility title, or none when the term is outside prevention needs. */
export function needsOfTitle(title: string): readonly string[] {
  return byTitle.get(title.trim().toLowerCase()) ?? [];
}

export function isNeedCode(code: string): boolean {
  return needCodes.includes(code);
}
