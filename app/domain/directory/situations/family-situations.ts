import { situation, type Situation } from "./situation";

/** Parents and kin: raising, parting, custody, agencies, law. */
export const familySituations: readonly Situation[] = [
  situation("parenting_class", {
    needs: "parenting_support",
    words:
      "parenting classes, parent education, parenting skills, parenting, parent training, family support center",
    en: "parenting, yells at kids, yells at the kids, yelling at kids, screams at kids, screams at the kids, loses temper with kids, parenting class, parenting classes, parenting skills, parenting group, parent class, parent classes, parent education, parent training, court ordered parenting, how to discipline, discipline, positive discipline, help with kids, nurturing parenting, triple p, incredible years, circle of security",
    es: "crianza, grita a sus hijos, le grita a sus hijos, les grita, grita a los ninos, me desespero con mis hijos, clases para padres, clase para padres, clases de crianza, clase de crianza, clases de padres, escuela para padres, ayuda con los hijos, disciplina, como disciplinar, talleres para padres, clases para papas, clase para papas, clases de papas, escuela para papas, escuela de papas, talleres para papas, taller para papas, curso para padres, curso para papas, platicas para papas, platicas para padres",
  }),
  situation("fathers", {
    needs: "fathers",
    words: "fathers, fatherhood, noncustodial fathers, responsible fathers, men's services, young fathers",
    en: "dad, dads, father, fathers, fatherhood, fathers group, dads group, single dad, single father, new dad, young dad, noncustodial dad, baby daddy",
    es: "papa soltero, padre soltero, grupo de papas, grupo de padres varones, paternidad, para papas",
  }),
  situation("grandparent_raising", {
    needs: "kinship_care",
    words:
      "grandparents raising grandchildren, kinship care, relative caregivers, grandfamilies, grandparents, guardianship",
    en: "grandma raising, grandmother raising, grandparent raising, grandparents raising, raising grandkids, raising grandchildren, raising my grandchildren, raising her grandkids, grandma has the kids, grandmother has the kids, aunt raising, aunt raising niece, raising nephew, raising niece, kinship, kinship care, relative care, took in, took in niece, took in nephew, taking care of grandkids, grandparent, my grandkids, grandkids live with me, grandson lives with me, granddaughter lives with me, grandchild lives with me, grandchildren live with me, nephew lives with me, niece lives with me, got my grandkids, have my grandkids, taking care of my grandson, taking care of my granddaughter",
    es: "abuela criando, abuela cuida, abuela cria, criando nietos, crio a mis nietos, cuido a mis nietos, cuida a sus nietos, tia cria, cuido a mis sobrinos, familia extendida, abuelos que crian, abuela cuidando, abuelita cuidando, abuela cuidando nietos, abuelita cuidando nietos, cuidando nietos, cuidando a mi nieto, cuidando a mi nieta, abuelita cuida, abuelita cria, mis nietos, nietos viven conmigo, nieto vive conmigo, nieta vive conmigo, mi nieto vive con nosotros, tengo a mis nietos, tengo a mi nieto, tengo a mi nieta, cuido a mi nieto, cuido a mi nieta, crio a mi nieto, crio a mi nieta, criando a mi nieto, criando a mi nieta, sobrino vive conmigo, sobrina vive conmigo, cuido a mi sobrino, cuido a mi sobrina, me hago cargo de mis nietos",
  }),
  situation("foster_adopt", {
    needs: "kinship_care",
    words:
      "foster parents, foster care, adoption, adoptive families, foster families, treatment foster care, post adoption",
    en: "foster parent, foster parents, foster mom, foster care, foster child, foster kid, fostering, adopt, adoption, adopted, adoptive, post adoption, become a foster parent, become foster parent",
    es: "padres de crianza, cuidado de crianza, adopcion, adoptar, adoptado, adoptiva, familia de crianza, hogar temporal",
  }),
  situation("aged_out", {
    needs: "housing, work_training",
    words:
      "foster youth, independent living, aging out, youth in foster care, transitional living, life skills, out-of-home care, transitional housing",
    en: "aged out, aged out of foster care, aging out, aging out of foster care, aging out of care, former foster youth, foster youth, was in foster care, grew up in foster care, left foster care, independent living",
    es: "sali del cuidado de crianza, salio del cuidado de crianza, joven de crianza, vida independiente, estuve en cuidado de crianza",
  }),
  situation("reunify", {
    needs: "family_help, legal_help",
    words:
      "family reunification, family preservation, parent advocacy, child welfare, visitation, supervised visitation",
    en: "get kids back, get my kids back, get her kids back, reunification, reunify, kids in care, kids were taken, took my kids, took her kids, dss took, cps took, cps case, cps, dcf, open cps case, case with dss, safety plan, in home services, family preservation, about to lose my kids, gonna lose my kids, lose my kids, losing my kids, afraid of losing my kids, take my kids, taking my kids",
    es: "recuperar a mis hijos, me quitaron a mis hijos, le quitaron los ninos, reunificacion, caso de cps, servicios de proteccion, cps, voy a perder a mis hijos, perder a mis hijos, me quieren quitar a mis hijos, quitar a mis hijos",
  }),
  situation("supervised_visits", {
    words: "supervised visitation, visitation center, monitored exchange, visitation",
    en: "supervised visits, supervised visitation, visitation, visits with kids, visits w kids, visits with his kids, visits w his kids, visits with my kids, visits with her kids, see his kids, see my kids, see her kids, see his son, see his daughter, cant see his kids, cant see my kids, visit center, monitored exchange",
    es: "visitas supervisadas, visita supervisada, regimen de visitas, visitas con sus hijos, visitas con mis hijos, visitar a sus hijos, visitar a mis hijos, ver a sus hijos, ver a mis hijos, no me deja ver a mis hijos",
  }),
  situation("custody", {
    needs: "legal_help",
    words:
      "custody, family law, legal services, legal aid, child custody, divorce, pro se, domestic legal, mediation",
    en: "custody, child custody, custody papers, full custody, file for custody, guardianship, divorce, separation, separating, divorcing, family lawyer, family court, family law",
    es: "custodia, custodia de los hijos, tutela, divorcio, separacion, divorciarme, abogado de familia, corte de familia, patria potestad",
  }),
  situation("child_support", {
    needs: "legal_help, money_help",
    words: "child support enforcement, child support, paternity",
    en: "child support, behind on child support, dad wont pay, doesnt pay support, paternity, paternity test, dna test",
    es: "manutencion, pension alimenticia, manutencion de menores, papa no paga, prueba de paternidad, paternidad legal",
  }),
  situation("couple", {
    needs: "counseling",
    words:
      "couples counseling, marriage counseling, marital counseling, family and couples counseling, couples and families, families and couples, marriage and family counseling, couples therapy, family counseling, marital therapy",
    en: "couples counseling, couple counseling, couples therapy, marriage counseling, marriage counselor, marital problems, marriage problems, relationship problems, relationship counseling, fighting with husband, fighting with wife, premarital",
    es: "terapia de pareja, consejeria de pareja, consejeria matrimonial, problemas de pareja, problemas con mi esposo, terapia matrimonial",
  }),
  situation("family_therapy", {
    needs: "counseling",
    words: "family counseling, family therapy, counseling, outpatient mental health, mental health",
    en: "family therapy, family counseling, counseling, counselling, counselor, therapist, therapy, talk to someone, someone to talk to, mental health, shrink, psychologist, need to talk",
    es: "terapia familiar, consejeria familiar, consejeria, consejero, terapia, terapeuta, psicologo, psicologa, salud mental, hablar con alguien, con quien hablar",
  }),
  situation("psychiatry", {
    needs: "counseling, health_care",
    words:
      "psychiatric, psychiatry, medication management, outpatient mental health, mental health clinic, psychiatrist",
    en: "psychiatrist, psych eval, psychiatric, meds, medication management, bipolar, schizophrenia, hearing voices, off her meds, off his meds, mental illness, mentally ill, psychosis",
    es: "psiquiatra, medicamento, bipolar, esquizofrenia, oye voces, enfermedad mental",
  }),
  situation("depressed", {
    needs: "counseling",
    words: "depression, mental health, counseling, mood disorders, outpatient mental health, anxiety",
    en: "depressed, depression, anxiety, anxious, panic attacks, panic attack, hopeless, sad all the time, cant get out of bed, nervous breakdown, sad, feeling sad, crying a lot, always crying, crying all day, crying every day, mom crying, cries a lot, cries every day, cant stop crying, feeling down",
    es: "depresion, deprimida, deprimido, ansiedad, nervios, ataques de panico, triste, sin esperanza, llora mucho, lloro mucho, siempre triste, siempre llorando, estoy triste, muy triste",
  }),
  situation("isolated", {
    needs: "support_groups",
    words:
      "support group, parent support group, family support center, mothers, play group, parents together",
    en: "isolated, lonely, no family here, no friends, alone with baby, alone with kids, new to town, new in town, meet other moms, meet other parents, moms group, mom group, playgroup, play group, mommy and me, mothers group",
    es: "sola, me siento sola, no tengo familia aqui, sin familia aqui, sin amigos, no conozco a nadie, grupo de mamas, conocer otras mamas, conocer otros padres, grupo de juego",
  }),
  situation("partner_left", {
    needs: "family_help, legal_help",
    words:
      "single parents, single parent, separation, divorce, family support center, child support, displaced homemakers, support group",
    en: "husband left, husband left me, husband left us, wife left, wife left me, boyfriend left me, partner left me, kids dad left, kids father left, babys dad left, he left us, he left me, walked out on us, abandoned us, husband walked out",
    es: "esposo me dejo, me dejo mi esposo, marido me dejo, me dejo mi marido, pareja me dejo, novio me dejo, esposa me dejo, esposo nos dejo, esposo se fue, marido se fue, me abandono, nos abandono, papa nos dejo, me separe, me quede sola con mis hijos",
  }),
  situation("support_group", {
    needs: "support_groups",
    words: "support group, support groups, self-help, parents anonymous, mutual support",
    en: "support group, support groups, support grp, self help group, self-help, peer support, group for parents, parents anonymous",
    es: "grupo de apoyo, grupos de apoyo, grupo de ayuda, apoyo entre padres",
  }),
  situation("caregiver_break", {
    needs: "respite",
    words: "respite care, respite, caregiver relief, crisis nursery, temporary care",
    en: "respite, respite care, caregiver break, break from kids, someone to take the kids for a weekend, weekend break, night off",
    es: "respiro, relevo, descanso para padres, cuidado de respiro",
  }),
  situation("incarcerated", {
    needs: "family_help",
    words:
      "incarcerated, ex-offenders, prisoners, families of prisoners, re-entry, inmates, returning citizens",
    en: "jail, prison, in jail, in prison, out of jail, coming home from prison, locked up dad, incarcerated, parent in prison, dad in jail, mom in jail, getting out of prison, out of prison, just got out of jail, ex offender, reentry, re-entry, felon, felony, criminal record, record expunged, expungement, expunge",
    es: "carcel, en la carcel, en prision, papa en la carcel, mama en la carcel, salio de la carcel, antecedentes penales, preso, presa",
  }),
  situation("lawyer", {
    needs: "legal_help",
    words: "legal aid, legal services, lawyer referral, pro bono, attorney, free legal",
    en: "lawyer, attorney, legal aid, legal help, free lawyer, legal advice, going to court, court date, sued, being sued, public defender",
    es: "abogado, abogada, ayuda legal, abogado gratis, asesoria legal, corte, me demandaron, cita en la corte",
  }),
  situation("immigration_help", {
    needs: "immigration",
    words:
      "immigration, immigrants, citizenship, refugee, asylum, naturalization, immigrant legal services, foreign-born",
    en: "immigration, immigrant, immigrants, green card, visa, asylum, asylee, refugee, refugees, deported, deportation, ice, ice took, citizenship, citizenship class, naturalization, daca, work permit, just came to this country, new to country",
    es: "inmigracion, migra, inmigrante, tarjeta verde, visa, asilo, refugiado, deportacion, deportaron, ciudadania, permiso de trabajo, recien llegado, recien llegada, recien llegados, daca",
  }),
  situation("undocumented", {
    aside: true,
    words: "uninsured, immigrants, undocumented, hispanic, no documentation required, sliding scale",
    en: "undocumented, no papers, without papers, illegal, no status, no social security number, no ssn",
    es: "indocumentado, indocumentada, indocumentados, sin papeles, no tengo papeles, no tiene papeles, sin documentos",
  }),
  situation("court_ordered", {
    aside: true,
    words: "court ordered, court-ordered",
    en: "court ordered, court-ordered, ordered by court, ordered by judge, judge ordered, judge said, mandated, required by court",
    es: "ordenado por la corte, orden de la corte, por orden del juez, el juez dijo, obligatorio",
  }),
  situation("latino", {
    aside: true,
    words: "hispanic, latino, spanish speaking, spanish",
    en: "latino, latina, hispanic, latinx",
    es: "hispano, hispana, latino, latina, latinos, hispanos",
  }),
  situation("translation", {
    words: "interpretation, translation, interpreter, translators, language assistance",
    en: "interpreter, translator, translate, translation, interpretation",
    es: "interprete, traductor, traduccion, traducir, interpretacion",
  }),
  situation("family_center", {
    needs: "family_help",
    words:
      "family support center, family resource center, case management, family services, information and referral, community services, family center",
    en: "family resource center, family support, family center, case manager, case management, social worker, caseworker, someone to help us, navigator, resources, need resources, help with everything, help with forms, fill out forms",
    es: "centro de recursos, centro familiar, apoyo familiar, apoyo para familias, trabajadora social, trabajador social, manejo de casos, recursos, ayuda con formularios, llenar formularios, llenar papeles",
  }),
  situation("veteran", {
    words: "veterans, military families, veterans affairs",
    en: "veteran, veterans, vet benefits, army, military, military family, va benefits, service member",
    es: "veterano, veterana, militar, ejercito",
  }),
  situation("hiv", {
    needs: "health_care",
    words: "hiv, aids, hiv testing, hiv positive",
    en: "hiv, aids, hiv test, hiv positive, std, std test, sti",
    es: "vih, sida, prueba de vih, enfermedad venerea",
  }),
  situation("elder", {
    words: "senior citizens, elderly, office on aging, adult day care, older adults",
    en: "elderly, elderly mother, elderly father, senior, seniors, senior citizen, nursing home, old mother, old father, adult day care, aging, dementia, alzheimers, taking care of my mom, taking care of my mother, taking care of my dad, caring for my mom, caring for my mother, caring for my dad, care for my mother, caring for elderly parent, caring for parent, mom has dementia, dad has dementia",
    es: "anciano, anciana, adulto mayor, adultos mayores, tercera edad, persona mayor, asilo de ancianos, cuido a mi mama, cuidar a mi mama, cuidando a mi mama, cuido a mi papa, cuidar a mi papa, cuidando a mi papa, cuido a mis padres, cuido a mi madre, cuido a mi padre, cuido a mi abuela, cuido a mi abuelita, cuido a mi suegra, mama con demencia, demencia",
  }),
];
