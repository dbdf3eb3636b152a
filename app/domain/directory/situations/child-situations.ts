import { situation, type Situation } from "./situation";

/** Children: birth, growth, school, behavior, special needs. */
export const childSituations: readonly Situation[] = [
  situation("postpartum_low", {
    needs: "pregnancy, counseling",
    words: "postpartum depression, postpartum, perinatal mental health, maternal depression, new mothers",
    en: "postpartum, post partum, ppd, baby blues, sad after baby, cries all day, feels sad, crying all the time, depressed new mom, depressed since baby, not bonding",
    es: "posparto, depresion posparto, depresion post parto, triste despues del bebe, llora todo el dia, lloro todo el dia, me siento triste",
  }),
  situation("pregnant", {
    needs: "pregnancy",
    words:
      "pregnant women, prenatal care, maternity, pregnancy, childbirth, expectant mothers, healthy start",
    en: "pregnant, expecting, prenatal, prenatal care, ob, obgyn, due date, unborn, pregnancy test, doula, midwife, childbirth class, birthing class, lamaze",
    es: "embarazada, embarazo, encinta, prenatal, cuidado prenatal, esperando bebe, partera, prueba de embarazo, clases de parto",
  }),
  situation("pregnant_teen", {
    needs: "pregnancy, parenting_support",
    words:
      "teen parents, pregnant teens, adolescent parents, pregnant adolescents, teen pregnancy, young parents, teen mothers",
    en: "pregnant teen, pregnant teenager, teen pregnant, teen pregnancy, pregnant daughter, pregnant student, teen mom, teen mother, teen parent, teen dad, young mom, young mother, young parent",
    es: "adolescente embarazada, hija embarazada, joven embarazada, madre adolescente, mama adolescente, mama joven, padre adolescente",
  }),
  situation("nurse_visits", {
    needs: "home_visiting, pregnancy",
    words:
      "home visits, home visiting, nurse home visit, healthy families, maternal infant nursing, newborn, infants and toddlers, healthy start",
    en: "nurse newborn, home visiting nurse, nurse home visiting, nurse first baby, nurse visit, nurse visits, nurse for baby, visiting nurse, home nurse, nurse comes, nurse to come, nurse comes to house, nurse comes to home, nurse to house, nurse to the house, nurse come to house, nurse home visit, new baby help, help with newborn, help with new baby, first time mom, first time mother, first time parent",
    es: "enfermera a domicilio, enfermera para bebe, enfermera recien nacido, visita de enfermera, enfermera en casa, enfermera que venga a la casa, enfermera viene a la casa, primer bebe, mama primeriza, madre primeriza",
  }),
  situation("breastfeeding", {
    needs: "pregnancy",
    words: "breastfeeding, lactation, wic, women infants and children, la leche league",
    en: "breastfeeding, breastfeed, breast feeding, nursing baby, breast pump, pump, lactation, baby wont latch",
    es: "lactancia, dar pecho, dar de mamar, amamantar, sacaleches",
  }),
  situation("baby_things", {
    needs: "baby_supplies",
    words:
      "diapers, formula, infant formula, baby clothes, baby supplies, baby items, cribs, layette, car seats, infant needs",
    en: "diapers, diaper, formula, baby formula, wipes, baby clothes, baby stuff, baby things, crib, pack n play, pack and play, car seat, stroller, bassinet, layette, baby supplies, pampers, huggies, pull ups, pull-ups, pullups, similac, enfamil, onesies, baby food, bottles for baby, playpen",
    es: "panales, panal, formula, leche para bebe, leche formula, toallitas, ropa de bebe, cuna, carriola, coche de bebe, asiento de carro, asiento para carro, cosas de bebe, cosas para bebe, pampers, huggies, biberones, comida para bebe, comida de bebe",
  }),
  situation("speech_delay", {
    needs: "early_development",
    words:
      "speech therapy, infants and toddlers program, early intervention, developmental delays, child find, speech and language, speech-language pathology, hearing and speech",
    en: "speech delay, speech therapy, speech, speech therapist, not talking, isnt talking, doesnt talk, not talking yet, late talker, cant talk, hard to understand, stutters, stuttering, delayed speech",
    es: "no habla, no habla todavia, no dice palabras, todavia no habla, terapia de lenguaje, terapia del habla, retraso del habla, retraso de lenguaje, tarda en hablar, habla poco, tartamudea",
  }),
  situation("development_delay", {
    needs: "early_development",
    words:
      "developmental delays, early intervention, infants and toddlers program, developmental screening, child find, developmental disabilities, assessment",
    en: "not walking, isnt walking, delayed, developmental delay, behind for his age, behind for her age, not developing, early intervention, screening for delays, ei, evaluation for delays",
    es: "no camina, no camina todavia, retraso en el desarrollo, atrasado, retraso, intervencion temprana, evaluacion de desarrollo",
  }),
  situation("autism", {
    needs: "early_development",
    words: "autism, autistic, asperger, developmental disabilities, autism spectrum",
    en: "autism, autistic, asd, aspergers, on the spectrum, spectrum, aba, aba therapy",
    es: "autismo, autista, espectro autista, terapia aba",
  }),
  situation("special_needs", {
    needs: "early_development",
    words:
      "children with disabilities, special needs, developmental disabilities, special education, parents of children with disabilities, disabilities",
    en: "special needs, disabled child, disabled son, disabled daughter, child with disability, disability, down syndrome, cerebral palsy, wheelchair, deaf, blind, medically fragile, learning disability, dyslexia",
    es: "necesidades especiales, discapacidad, nino discapacitado, sindrome de down, paralisis cerebral, silla de ruedas, sordo, ciego, problemas de aprendizaje, dislexia",
  }),
  situation("iep", {
    needs: "early_development, legal_help",
    words:
      "special education advocacy, special education, education rights, parent advocacy, individualized education, child find",
    en: "iep, 504 plan, special ed, special education, school wont test, school wont help, iep meeting",
    es: "iep, educacion especial, plan 504, la escuela no ayuda",
  }),
  situation("adhd", {
    needs: "counseling, early_development",
    words:
      "attention deficit, adhd, hyperactivity, behavior problems, children's mental health, child psychiatry",
    en: "adhd, add, hyper, hyperactive, cant sit still, cant focus",
    es: "hiperactivo, hiperactividad, tdah, deficit de atencion, no se concentra",
  }),
  situation("behavior", {
    needs: "parenting_support, counseling",
    words:
      "behavior problems, behavioral, family counseling, child guidance, parent education, children's mental health, discipline, emotional and behavioral problems",
    en: "behavior problems, behavior, acting out, acts out, out of control, wont listen, doesnt listen, hitting, bites, biting, aggressive, defiant, disrespectful, tantrums, meltdowns, fights, fighting at school, kicked out of daycare, kicked out of day care, kicked out of preschool, kicked out of school, suspended, expelled, steals, stealing, lying, oppositional, disobeys, disobedient, unruly, angry teen, angry kid, angry child, angry son, angry daughter, angry boy, angry girl, kid is angry, teen is angry, son is angry, daughter is angry, child is angry, kid angry all the time, teen angry all the time, son angry all the time, daughter angry all the time, kids fighting, kids fight, kids fighting all the time, kids fight all the time, siblings fighting, siblings fight, brothers fighting, sibling rivalry, fight at school, fights at school, got in a fight, gets in fights, getting in fights, gets into fights, hits other kids, hits kids at school, talks back, back talk, calls from school, school calls every day, throws things",
    es: "mal comportamiento, se porta mal, comportamiento, no obedece, no hace caso, no me hace caso, agresivo, pega a otros, berrinches, rabietas, fuera de control, suspendido, expulsado, rebelde, roba, miente, pelea en la escuela, hijo enojado, hija enojada, nino enojado, nina enojada, adolescente enojado, adolescente enojada, hijos se pelean, ninos se pelean, hermanos se pelean, se pelean mucho, se pelean todo el tiempo, pelea con sus hermanos, peleas en la escuela, se pelea en la escuela, pega a otros ninos, contesta mal, grosero, grosera",
  }),
  situation("school_refusal", {
    needs: "counseling, mentoring",
    words:
      "truancy, school attendance, absenteeism, dropout prevention, at-risk youth, alternative school, pupil personnel",
    en: "wont go to school, refuses school, refuses to go to school, refusing school, skipping school, skips school, cutting school, cutting class, skipping class, truant, truancy, absent from school, missing school, not going to school, school attendance, dropped out, dropping out, drop out, dropout, stopped going to school, school refusal",
    es: "no quiere ir a la escuela, no va a la escuela, falta a la escuela, se salta clases, ausencias, ausentismo, dejo la escuela, abandono la escuela",
  }),
  situation("school_help", {
    needs: "after_school",
    words: "tutoring, homework help, academic enrichment, after school program, literacy, reading",
    en: "tutor, tutoring, homework, homework help, failing school, failing classes, bad grades, cant read, reading help, math help, behind in school, help with reading",
    es: "tutor, tutoria, tarea, ayuda con la tarea, tareas, malas calificaciones, malas notas, no sabe leer, ayuda con lectura, reprobando, atrasado en la escuela",
  }),
  situation("bullying", {
    needs: "counseling",
    words: "bullying, peer mediation, conflict resolution, children's mental health",
    en: "bullied, bullying, picked on, getting picked on, cyberbullying",
    es: "bullying, acoso escolar, lo molestan en la escuela, se burlan",
  }),
  situation("school_enrolling", {
    words: "school enrollment, public schools, homeless education, school registration",
    en: "enroll in school, enroll kids, enroll in kindergarten, register for school, school registration, school transfer, mckinney vento, school records",
    es: "inscribir en la escuela, inscribir a mi hijo, matricular, registrar en la escuela, inscripcion escolar",
  }),
  situation("school_supplies", {
    needs: "clothing_household",
    words: "school supplies, school uniforms, clothing, backpacks, children's clothing",
    en: "school supplies, backpack, backpacks, uniform, uniforms, school clothes, school uniform",
    es: "utiles escolares, mochila, mochilas, uniforme, uniformes, ropa para la escuela",
  }),
  situation("child_care_place", {
    needs: "child_care",
    words:
      "child care, day care, child care resource and referral, child care subsidy, purchase of care, child care center, locate, early childhood",
    en: "child care, childcare, daycare, day care, babysitter, babysitting, sitter, nanny, someone to watch, watch my kids, watch the kids, watch kids, nobody to watch, infant care, care for infant, drop in care, night daycare, overnight daycare, nursery",
    es: "cuidado de ninos, cuidado infantil, guarderia, guarderias, ninera, quien cuide, cuidar a mis hijos, cuidar ninos, nadie para cuidar, estancia infantil, cuido de ninos",
  }),
  situation("child_care_money", {
    needs: "child_care",
    words: "child care subsidy, purchase of care, child care vouchers, child care, child care assistance",
    en: "daycare voucher, daycare vouchers, child care voucher, child care vouchers, child care subsidy, help pay for daycare, help paying daycare, pay for daycare, pay for child care, cant afford daycare, day care vouchers, child care scholarship",
    es: "ayuda para pagar guarderia, vales de guarderia, subsidio de cuidado infantil, pagar guarderia, pagar cuidado de ninos",
  }),
  situation("head_start", {
    needs: "preschool",
    words: "head start, early head start, preschool, pre-kindergarten",
    en: "head start, headstart, early head start, preschool, pre-school, pre school, prek, pre-k, pre k, pk3, pk4, prekindergarten",
    es: "head start, preescolar, prekinder, pre-kinder, jardin de ninos, kinder",
  }),
  situation("after_school", {
    needs: "after_school",
    words:
      "after school program, after-school, before and after school care, youth recreation, recreation center, boys and girls club",
    en: "after school, afterschool, after-school, before school, before and after care, aftercare, after care, something after school, after school program, ymca, ywca",
    es: "despues de la escuela, despues de clases, antes de la escuela, extraescolar, programa despues de la escuela",
  }),
  situation("youth_club", {
    needs: "after_school",
    words: "boys and girls club, youth clubs, recreation center, after school program, youth programs",
    en: "boys and girls club, boys and girls clubs, boys club, girls club, youth club, 4-h, girl scouts, boy scouts, scouts",
    es: "club de ninos, club de ninos y ninas, club juvenil",
  }),
  situation("summer_camp", {
    needs: "after_school, child_care",
    words: "summer camp, day camp, camp, summer program, camperships, recreation",
    en: "summer camp, camp, camps, day camp, summer program, sleepaway camp, something for the summer, summer activities",
    es: "campamento, campamentos, campamento de verano, curso de verano, programa de verano, verano",
  }),
  situation("youth_activities", {
    needs: "after_school",
    words:
      "recreation, sports, youth activities, recreation center, arts, youth programs, athletics, dance, music",
    en: "sports, basketball, football, soccer, dance class, swim lessons, swimming, karate, music lessons, art class, rec center, recreation, activities for kids, activities for teens, something to do, boxing, hoops, shoot hoops, gym, skating, dance, gymnastics, cheerleading",
    es: "deportes, futbol, baloncesto, clases de baile, natacion, karate, musica, clases de arte, actividades para ninos, actividades para jovenes, centro recreativo",
  }),
  situation("mentor", {
    needs: "mentoring",
    words: "mentoring, mentor, big brothers big sisters, role models, one-on-one",
    en: "mentor, mentoring, big brother, big sister, big brothers, role model, male role model, positive male",
    es: "mentor, mentora, hermano mayor, modelo a seguir",
  }),
  situation("gangs_court", {
    needs: "mentoring",
    words:
      "juvenile delinquency, delinquent, juvenile justice, diversion, gang prevention, youth at risk, juvenile services, delinquency prevention",
    en: "juvenile, juvie, djs, arrested, got arrested, locked up, probation, delinquent, in trouble with police, trouble with the law, community service, court ordered community service",
    es: "arrestado, detenido, libertad condicional, problemas con la policia, menor infractor, servicio comunitario",
  }),
  situation("gangs", {
    needs: "mentoring",
    words:
      "gangs, gang prevention, youth at risk, violence prevention, mentoring, delinquency prevention, conflict resolution, diversion",
    en: "gang, gangs, in a gang, joined a gang, gang member, gang violence, running with gang",
    es: "pandilla, pandillas, en una pandilla, anda en pandillas, anda con pandillas, esta en una pandilla, pandillero",
  }),
  situation("teen_job", {
    needs: "work_training",
    words: "youth employment, summer jobs, job training for youth, youth career, out-of-school youth",
    en: "teen job, job for teen, summer job, summer jobs, youth job, youth jobs, youthworks, first job, job corps",
    es: "trabajo para jovenes, trabajo de verano, empleo juvenil, trabajo para adolescentes",
  }),
  situation("lgbt_youth", {
    needs: "support_groups",
    words: "gay and lesbian, lgbt, transgender, sexual minority youth",
    en: "lgbt, lgbtq, gay teen, gay, trans teen, transgender, trans kid, queer, lesbian, came out",
    es: "lgbt, gay, transgenero, lesbiana, trans",
  }),
  situation("child_therapy", {
    needs: "counseling",
    words:
      "children's mental health, child psychiatry, therapy for children, outpatient mental health, play therapy, child and adolescent psychiatry, counseling for children",
    en: "child therapist, child therapy, therapist for kid, therapist for kids, therapist for child, therapy for kids, counselor for son, counselor for daughter, counseling for kids, counseling for teen, play therapy, child psychiatrist, teen depressed, child depressed, kid depressed, anxious child, anxious teen, kid anxiety, teen anxiety, sad kid, kid is sad, kids are sad, sad child, child is sad, sad son, son is sad, sad daughter, daughter is sad, sad teen, teen is sad, kid cries all the time, child cries all the time, depressed teen, depressed kid, depressed child, depressed daughter, depressed son, anxious kid",
    es: "terapia para ninos, psicologo para ninos, psicologo infantil, consejero para mi hijo, consejero para mi hija, hijo deprimido, hija deprimida, ansiedad ninos, hijo triste, hija triste, nino triste, nina triste, adolescente triste, hijo esta triste, hija esta triste, adolescente deprimido, adolescente deprimida",
  }),
  situation("bedwetting_sleep", {
    words: "pediatric, parent education, parent stressline, child development",
    en: "bedwetting, wets the bed, potty training, potty, wont sleep, sleep problems, colic, picky eater, wont eat",
    es: "moja la cama, no duerme, no quiere dormir, no come, no quiere comer, colicos, ir al bano",
  }),
  situation("vaccines", {
    needs: "health_care",
    words: "immunizations, immunization clinic, vaccinations, child health",
    en: "shots, immunizations, immunization, vaccines, vaccine, vaccinations, school physical, physicals, school shots",
    es: "vacunas, vacuna, inmunizaciones, examen fisico para la escuela",
  }),
  situation("lead", {
    needs: "health_care, housing",
    words: "lead poisoning, lead paint, lead hazard, lead abatement",
    en: "lead, lead paint, lead poisoning, lead test, high lead, lead level",
    es: "plomo, pintura con plomo, envenenamiento por plomo",
  }),
  situation("toys_holiday", {
    needs: "clothing_household",
    words: "holiday assistance, toys, christmas, thanksgiving baskets, holiday gifts",
    en: "toys, toys for tots, christmas gifts, christmas, christmas help, holiday help, holiday gifts, thanksgiving, thanksgiving basket, turkey",
    es: "juguetes, regalos de navidad, navidad, dia de accion de gracias, pavo",
  }),
];
