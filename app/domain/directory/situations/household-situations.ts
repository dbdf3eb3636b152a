import { situation, type Situation } from "./situation";

/** The household: food, home, money, work, papers, health, getting there. */
export const householdSituations: readonly Situation[] = [
  situation("hungry", {
    needs: "food",
    words: "food pantry, emergency food, food bank, food assistance, groceries, food, soup kitchen, meals",
    en: "food, food pantry, food bank, pantry, groceries, grocery, hungry, no food, nothing to eat, out of food, ran out of food, kids are hungry, food box, free food, food help, meals, hot meals, hot meal, soup kitchen, free lunch, free meals, summer meals",
    es: "comida, alimentos, despensa, banco de comida, banco de alimentos, despensa de alimentos, hambre, sin comida, no tengo comida, no hay comida, no tenemos comida, no tenemos que comer, comidas gratis, comida gratis, comida caliente, comedor",
  }),
  situation("food_stamps", {
    needs: "food, money_help",
    words:
      "food stamps, food stamp program, food supplement, snap, public assistance, social services, income maintenance",
    en: "food stamps, food stamp, snap, snap application, ebt, ebt card, food supplement, apply for food stamps, calfresh, independence card",
    es: "estampillas, estampillas de comida, cupones de alimentos, cupones, snap, ebt",
  }),
  situation("wic", {
    needs: "food",
    words: "wic, women infants and children, nutrition program",
    en: "wic, wic office, wic appointment, women infants children",
    es: "wic, oficina de wic, cita de wic",
  }),
  situation("eviction", {
    needs: "housing",
    words:
      "eviction prevention, rental assistance, rent, eviction, emergency assistance, homelessness prevention, back rent, security deposit",
    en: "eviction, evicted, eviction notice, getting evicted, being evicted, facing eviction, behind on rent, back rent, cant pay rent, cannot pay rent, rent help, help with rent, help paying rent, help pay rent, pay rent, owe rent, rent due, late rent, rent assistance, rental assistance, security deposit, first months rent, deposit for apartment, mos behind on rent, months behind on rent, about to lose my apartment, lose my apartment, losing my apartment, gonna lose my apartment, going to lose my apartment, about to lose my place, lose my place, losing my place, about to lose my housing, lose my housing, losing my housing, about to be evicted, about to get evicted, landlord wants us out, need rent money, rent money, short on rent, cant make rent, first month rent, move in costs, moving costs, rent deposit",
    es: "desalojo, me van a desalojar, nos van a desalojar, atrasada con la renta, atrasado con la renta, ayuda con la renta, ayuda para la renta, pagar la renta, debo renta, debemos renta, aviso de desalojo, renta atrasada, no puedo pagar la renta, deposito de renta, nos quieren sacar, pagar el alquiler, voy a perder mi apartamento, perder mi apartamento, perder el apartamento, me quieren sacar, me van a sacar de mi casa, me van a echar, nos van a echar, me quieren echar, nos quieren echar, dinero para la renta, deposito para apartamento, primer mes de renta, atrasados con la renta, me van a correr",
  }),
  situation("housing_voucher", {
    needs: "housing",
    words: "housing choice voucher, section 8, rental assistance, subsidized housing, public housing",
    en: "section 8, section eight, housing voucher, housing vouchers, housing choice voucher, housing authority",
    es: "seccion 8, seccion ocho, vale de vivienda, autoridad de vivienda",
  }),
  situation("find_housing", {
    needs: "housing",
    words:
      "housing, affordable housing, subsidized housing, public housing, section 8, housing counseling, low income housing, rental housing, transitional housing",
    en: "housing, apartment, place to live, find a place, find housing, low income housing, affordable housing, public housing, cheap apartment, subsidized housing, transitional housing, move out, overcrowded, doubled up",
    es: "vivienda, apartamento, donde vivir, un lugar para vivir, apartamento barato, vivienda economica, vivienda de bajos ingresos, casa para rentar, vivienda publica",
  }),
  situation("homeless", {
    needs: "shelter",
    words:
      "homeless shelter, emergency shelter, homeless families, homeless, family shelter, transitional housing, homeless services",
    en: "homeless, homelessness, shelter, family shelter, living in car, living in the car, sleeping in car, sleeping in the car, on the street, nowhere to stay, a place to stay, place to stay, somewhere to stay, need a place to live, place to live, nowhere to go, no place to stay, no place to live, staying in motel, motel, motel voucher, put out, lost our home, lost the house, kicked out of house, with nowhere to live, no place to go, nowhere to sleep, no where to sleep, no where to go, no where to stay, no place to sleep, place to sleep, somewhere to sleep, sleep in car, sleep in the car, sleeping in our car, living in our car, live in car, live in the car, sleeping outside, sleeping on the street, on the streets, living on the street, sleeping on couches, staying with friends, kicked me out, kicked us out, kicked out of my house, thrown out of the house, put us out, put me out, no home, lost my home",
    es: "sin hogar, sin casa, refugio, albergue, viviendo en el carro, vive en el carro, durmiendo en el carro, en la calle, no tengo donde vivir, no tengo donde quedarme, no tenemos donde vivir, desamparado, desamparada, perdimos la casa, no tengo donde dormir, no tenemos donde dormir, donde dormir, duermo en el carro, dormimos en el carro, vivo en el carro, vivimos en el carro, vivo en mi carro, duermo en mi carro, durmiendo en la calle, duermo en la calle, dormimos en la calle, vivo en la calle, me echaron de la casa, nos echaron de la casa, me echaron, nos echaron, me corrieron de la casa, nos corrieron de la casa, me corrieron, nos corrieron, me sacaron de la casa, nos sacaron de la casa, me botaron de la casa, no tengo a donde ir, no tenemos a donde ir, no tengo donde ir, no tengo casa, sin techo, perdi mi casa, donde quedarme, donde quedarnos",
  }),
  situation("foreclosure", {
    needs: "housing",
    words:
      "foreclosure prevention, mortgage default, homeownership counseling, housing counseling, mortgage assistance",
    en: "foreclosure, mortgage, behind on mortgage, losing house, mortgage help, buy a house, first time homebuyer, lose my house, lose our house, gonna lose my house, going to lose my house, about to lose my house, about to lose our house, gonna lose our house, losing my house, losing our house, losing my home, losing our home, lose my home, lose our home, about to lose my home, gonna lose my home, going to lose my home",
    es: "hipoteca, ejecucion hipotecaria, atrasado con la hipoteca, perder la casa, comprar casa, perder mi casa, voy a perder mi casa, voy a perder la casa, vamos a perder la casa, perdiendo la casa",
  }),
  situation("landlord", {
    needs: "housing, legal_help",
    words:
      "tenant landlord, tenants rights, landlord-tenant, fair housing, housing code, housing inspection, rent court",
    en: "landlord, bad landlord, landlord wont fix, wont fix, mold, no heat in apartment, rats, roaches, mice, bedbugs, bed bugs, tenant rights, rent court, housing code, unsafe house, lockout, locked out by landlord",
    es: "dueno de casa, casero, casero no arregla, dueno no arregla, moho, ratas, cucarachas, chinches, derechos de inquilinos, inquilino",
  }),
  situation("shut_off", {
    needs: "utilities",
    words:
      "utility assistance, energy assistance, utility bills, gas and electric, fuel assistance, heating, energy programs, turn off notice, electric",
    en: "shut off, shutoff, turn off notice, turnoff notice, cut off notice, lights off, lights cut off, lights got cut off, lights are off, electric cut off, electric off, no electric, no electricity, no lights, no power, power off, electric bill, gas bill, gas off, gas and electric, bge, bge bill, utility, utilities, utility bill, utility help, energy bill, energy assistance, heating bill, heat, no heat, heating oil, oil tank, furnace, liheap, ohep, water bill, water shut off, no water, no hot water, light bill, behind on electric, behind on electric bill, behind on bge, behind on utilities, behind on bills, past due electric, past due bge, electric past due, lights getting cut off, lights about to be cut off",
    es: "me cortaron la luz, nos cortaron la luz, cortaron la luz, corte de luz, recibo de luz, cuenta de luz, luz, sin luz, pagar la luz, gas, recibo de gas, agua, recibo de agua, sin agua, calefaccion, sin calefaccion, servicios publicos, biles, luz atrasada, agua atrasada, gas atrasado, biles de la luz, biles de luz, bil de la luz, bill de la luz, bil de luz, biles atrasados, biles de la luz atrasados, recibo de luz atrasado, recibo de la luz, recibos de luz, recibos atrasados, atrasada con la luz, atrasado con la luz, atrasados con la luz, debo la luz, debo luz, debo el agua, debo el gas, se corta la luz, van a cortar la luz, me van a cortar la luz, nos van a cortar la luz, cuentas atrasadas, biles del gas, biles del agua",
  }),
  situation("internet_phone", {
    needs: "utilities",
    words: "telephone assistance, lifeline, computer access, internet access, computers",
    en: "internet, wifi, internet bill, phone bill, free phone, cell phone, lifeline phone, computer, laptop, chromebook",
    es: "internet, telefono gratis, celular, computadora, wifi",
  }),
  situation("fire_disaster", {
    needs: "shelter, clothing_household",
    words:
      "disaster relief, fire victims, disaster services, emergency assistance, american red cross, red cross, emergency shelter",
    en: "lost everything in fire, lost everything, house fire, house burned down, house burned, fire victim, fire, flood, flooded, hurricane, tornado, disaster, burned out of house",
    es: "incendio, se quemo la casa, se quemo mi casa, perdimos todo, perdi todo, inundacion, desastre, huracan",
  }),
  situation("papers", {
    words:
      "birth certificate, birth certificates, vital records, identification, state id, photo identification, obtain identification, social security card",
    en: "id, state id, photo id, get id, need id, lost id, no id, identification, birth certificate, birth certificates, birth cert, social security card, ss card, vital records, death certificate, drivers license, driver license, mva, dmv",
    es: "identificacion, acta de nacimiento, partida de nacimiento, certificado de nacimiento, tarjeta de seguro social, licencia de conducir, licencia de manejo, no tengo identificacion, sin identificacion",
  }),
  situation("furniture", {
    needs: "clothing_household",
    words: "furniture, household goods, beds, household items, appliances",
    en: "furniture, bed, beds, mattress, couch, dresser, household items, pots and pans, appliances, stove, fridge, refrigerator, sleeping on floor, kids sleep on floor, sleeping on the floor, bunk bed",
    es: "muebles, cama, camas, colchon, duermen en el piso, articulos del hogar, estufa, refrigerador, electrodomesticos, no tengo cama, no tenemos camas, sin cama",
  }),
  situation("clothes", {
    needs: "clothing_household",
    words: "clothing, clothes, thrift, coats, clothing closet, clothing bank, thrift shop",
    en: "clothes, clothing, coat, coats, winter coat, winter coats, winter clothes, shoes, kids clothes, clothes for kids, underwear, thrift store, interview clothes",
    es: "ropa, abrigo, abrigos, chamarra, zapatos, ropa de invierno, ropa para ninos, ropa usada",
  }),
  situation("hygiene", {
    needs: "clothing_household",
    words: "personal care items, toiletries, hygiene, showers, laundry",
    en: "hygiene, toiletries, soap, shampoo, pads, tampons, showers, shower, laundry, laundromat",
    es: "articulos de higiene, jabon, toallas sanitarias, regaderas, duchas, lavanderia",
  }),
  situation("cash", {
    needs: "money_help",
    words:
      "cash assistance, temporary cash assistance, emergency assistance, financial assistance, public assistance, social services, income maintenance",
    en: "cash, cash assistance, tca, tanf, welfare, public assistance, no money, broke, emergency cash, money for bills, financial help, financial assistance, help with bills, pay bills, money, need money, benefits, social services, dss office",
    es: "dinero, ayuda economica, ayuda financiera, asistencia publica, welfare, tanf, no tengo dinero, sin dinero, beneficios, pagar biles, pagar cuentas",
  }),
  situation("ssi", {
    needs: "money_help",
    words: "social security, supplemental security income, disability benefits, ssi",
    en: "ssi, ssdi, disability check, disability benefits, social security, apply for ssi, denied ssi, denied disability, survivor benefits",
    es: "ssi, seguro social, beneficios por discapacidad, seguro de incapacidad",
  }),
  situation("taxes_budget", {
    needs: "money_help",
    words:
      "tax preparation, earned income credit, tax assistance, budget counseling, credit counseling, financial counseling, debt",
    en: "taxes, tax help, file taxes, tax prep, eitc, tax refund, budget, budgeting, debt, debts, credit, bad credit, credit counseling, collections, bankruptcy, payday loan",
    es: "impuestos, taxes, declaracion de impuestos, presupuesto, deuda, deudas, credito, bancarrota",
  }),
  situation("lost_job", {
    needs: "work_training",
    words:
      "employment services, job placement, job search, unemployment insurance, career center, job training, one-stop, workforce",
    en: "lost job, lost my job, lost her job, lost his job, laid off, got fired, fired, unemployed, unemployment, out of work, no job, no work, find a job, need a job, need work, looking for work, job, jobs, job search, employment, resume, job help, interview, about to lose my job, gonna lose my job, lose my job, losing my job, hours cut, hours got cut, looking for a job",
    es: "perdi mi trabajo, perdi el trabajo, perdio el trabajo, perdio su trabajo, desempleado, desempleada, desempleo, sin trabajo, no tengo trabajo, busco trabajo, buscar trabajo, necesito trabajo, encontrar trabajo, me despidieron, empleo, curriculum, chamba, busco chamba, sin chamba, no tengo chamba, jale, busco jale, buscando trabajo, quiero trabajar, ganas de trabajar, busco empleo, voy a perder mi trabajo, me quede sin trabajo, me corrieron del trabajo",
  }),
  situation("job_training", {
    needs: "work_training",
    words:
      "job training, vocational training, skills training, career training, employment training, apprenticeship, rehabilitation services",
    en: "job training, training program, trade school, trade, apprenticeship, cdl, cna, cna class, certification, career, vocational, job skills, learn a trade, welding, hvac",
    es: "capacitacion, entrenamiento laboral, aprender un oficio, oficio, escuela tecnica, certificacion",
  }),
  situation("english_classes", {
    needs: "adult_education",
    words:
      "english as a second language, esl, esol, english classes, english language, literacy, english for speakers of other languages",
    en: "esl, esol, english class, english classes, learn english, learning english, english lessons, speak english better",
    es: "clases de ingles, clase de ingles, aprender ingles, ingles, curso de ingles, estudiar ingles",
  }),
  situation("diploma", {
    needs: "adult_education",
    words:
      "ged, high school diploma, adult education, external diploma, adult literacy, adult basic education, pre-ged",
    en: "ged, high school diploma, diploma, finish high school, adult education, back to school, literacy, learn to read, adult literacy, cant read adult, college help, go to college, financial aid for college",
    es: "ged, diploma, terminar la preparatoria, preparatoria, terminar la escuela, educacion para adultos, alfabetizacion, aprender a leer, leer y escribir, universidad",
  }),
  situation("no_car", {
    needs: "transportation",
    words: "transportation, transportation assistance, bus tokens, paratransit, mobility, bus passes",
    en: "no car, no ride, no way to get there, ride, rides, ride to doctor, rides to doctor, medical transportation, ride to appointment, need a ride, transportation, bus pass, bus passes, bus tokens, bus fare, car broke down, car repair, gas money, gas card, mobility",
    es: "sin carro, no tengo carro, transporte al doctor, transporte medico, llevar al doctor, transporte, transportacion, pase de autobus, pasajes, camion, quien me lleve, aventon, dinero para gasolina, gasolina",
  }),
  situation("no_insurance", {
    needs: "health_care",
    words:
      "uninsured, health insurance, medical assistance, medicaid, children's health insurance, sliding scale, community health center",
    en: "no insurance, no health insurance, uninsured, without insurance, lost insurance, medical bills, hospital bill, dont have insurance, have no insurance, no medical insurance",
    es: "sin seguro, no tengo seguro, no tengo seguro medico, sin aseguranza, cuentas medicas, cuenta del hospital, no tengo aseguranza, no tiene aseguranza, no tenemos aseguranza, no tenemos seguro, no tiene seguro",
  }),
  situation("free_clinic", {
    needs: "health_care",
    words:
      "free clinic, community health center, sliding scale, uninsured, primary health care, health clinic",
    en: "free clinic, free clinics, free doctor, sliding scale clinic, clinic without insurance",
    es: "clinica gratis, clinica gratuita, clinica de gratis, clinicas gratis, doctor gratis, clinica sin seguro",
  }),
  situation("get_insurance", {
    needs: "health_care",
    words:
      "medical assistance, children's health program, medicaid, children's health insurance, health insurance enrollment, health insurance",
    en: "health insurance, insurance, medicaid, medical assistance, mchp, chip, medical card, medi-cal, apply for medicaid, apply for insurance, needs insurance",
    es: "seguro medico, seguro de salud, medicaid, aseguranza, aseguranza medica, solicitar medicaid",
  }),
  situation("doctor", {
    needs: "health_care",
    words:
      "primary health care, community health center, pediatrics, health clinic, medical care, family health, health center, uninsured, pediatric",
    en: "doctor, dr, clinic, checkup, check up, physical, sick, asthma, nurse, medical care, health care, medicine, prescriptions, prescription, cant afford medicine, inhaler, lice, head lice, hair lice, scabies, dog bite, dog bites, bit by a dog, bitten by a dog, dog bit my son, dog bit my daughter, animal bite, fever, rash, flu, cough, ear infection",
    es: "doctor, doctora, medico, clinica, chequeo, enfermo, enferma, asma, medicina, medicinas, recetas, atencion medica, piojos, sarna, mordida de perro, mordio un perro, me mordio un perro, lo mordio un perro, fiebre, gripe, tos",
  }),
  situation("child_doctor", {
    needs: "health_care",
    words:
      "pediatrics, pediatric clinic, children's health, well child, well baby, community health center, children and adolescents health",
    en: "pediatrician, pediatrics, doctor for kids, doctor for children, doctor for baby, doctor for my kids, doctor for her kids, kids doctor, childrens doctor, baby doctor, sick child, sick baby, sick kid",
    es: "pediatra, doctor para ninos, doctor para los ninos, doctor para mis hijos, doctor para sus hijos, doctor para bebe, doctor para mi bebe, nino enfermo, bebe enfermo",
  }),
  situation("dentist", {
    needs: "health_care",
    words: "dental, dental care, dental clinic, dentist, oral health",
    en: "dentist, dental, teeth, tooth, toothache, tooth hurts, tooth pain, braces, cavities, cavity",
    es: "dentista, dental, dientes, muela, dolor de muela, dolor de muelas, dolor de diente, caries, frenos",
  }),
  situation("eyes", {
    needs: "health_care",
    words: "eyeglasses, vision, eye exam, vision care, eye care",
    en: "glasses, eyeglasses, eye doctor, eye exam, vision, cant see the board",
    es: "lentes, anteojos, oculista, examen de la vista, examen de ojos, vista",
  }),
  situation("birth_control", {
    needs: "health_care, pregnancy",
    words: "family planning, birth control, contraception, reproductive health, planned parenthood",
    en: "birth control, family planning, plan b, iud, depo, condoms, planned parenthood, abortion, unplanned pregnancy",
    es: "anticonceptivos, planificacion familiar, control de natalidad, condones, aborto",
  }),
  situation("home_repair", {
    needs: "housing",
    words: "home repair, weatherization, rehabilitation loans, home improvement, housing repair",
    en: "home repair, house repair, fix roof, roof leak, roof, weatherization, plumbing, repair house, wheelchair ramp, ramp",
    es: "reparacion de casa, arreglar el techo, techo, goteras, reparaciones, plomeria",
  }),
  situation("low_income", {
    aside: true,
    words: "low income, low-income, sliding scale, scholarships, free",
    en: "low income, poor, no money for, no money to pay for, no money to pay, cant afford, can't afford, cheap, affordable, sliding scale, low cost, on a budget",
    es: "bajos ingresos, bajos recursos, pobre, sin dinero para, sin dinero para pagar, no tengo dinero para, no tiene dinero para, no tenemos dinero para, no puedo pagar, barato, economico, bajo costo",
  }),
  situation("crisis_now", {
    needs: "crisis_help",
    words:
      "crisis hotline, crisis intervention, crisis response, crisis center, suicide prevention, 24-hour hotline, information and referral",
    en: "crisis, crisis line, hotline, emergency, emergency help, mental health crisis, crisis team, mobile crisis",
    es: "crisis, linea de crisis, linea de ayuda, emergencia, ayuda de emergencia",
  }),
];
