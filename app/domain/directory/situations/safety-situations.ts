import { situation, type Situation } from "./situation";

/** Somebody is hurt, afraid or at the end of their strength. */
export const safetySituations: readonly Situation[] = [
  situation("partner_violence", {
    needs: "family_violence",
    words:
      "domestic violence, battered women, abused women, abusive relationship, intimate partner violence, protective order, safe shelter",
    en: "domestic violence, dv, battered, abusive husband, abusive boyfriend, abusive partner, abusive relationship, hits her, hits me, hit her, hit me, beats her, beats me, beat her up, beating her, hurts her, hurting her, chokes her, choked her, hurts me, afraid of husband, afraid of boyfriend, afraid of him, scared of husband, scared of boyfriend, scared of him, left husband, left boyfriend, leaving husband, leaving boyfriend, left abuser, fleeing husband, fleeing abuser, fled husband, fleeing violence, husband hits, boyfriend hits, partner hits, ex is stalking, stalking her, stalked by ex, threatens her, threatened her, threatens to kill, peace order, protective order, restraining order, scared of my husband, hits my mom, hits my mother, threatens me, threatened me, threatening me, threatening to kill, wants to kill me, kill me, wont let me leave, wont let her leave, locked me in, locks me in, choked me, chokes me, strangled me, pulled a knife, pulled a gun, has a gun, ex is outside, ex keeps following me, ex wont leave me alone, stalking me, afraid of my boyfriend, controlling husband, controlling boyfriend",
    es: "violencia domestica, violencia en casa, me pega, le pega, me golpea, la golpea, me maltrata, la maltrata, maltrato de pareja, esposo violento, novio violento, pareja violenta, marido me pega, esposo me pega, novio me pega, tengo miedo de mi esposo, tengo miedo de mi pareja, le tengo miedo, me amenaza, la amenaza, deje a mi esposo, huyendo de mi esposo, orden de proteccion, orden de alejamiento, me quiere matar, quiere matarme, me va a matar, me quiere golpear, me quiere pegar, me encierra, me encerro, no me deja salir, me ahorca, me ahorco, me amenazo, me persigue, me acosa, tengo miedo de mi novio, tengo miedo de mi marido, miedo de mi ex, mi ex me sigue, mi ex me persigue, me empuja, marido violento",
  }),
  situation("safe_place_tonight", {
    needs: "shelter",
    words: "emergency shelter, shelter for women and children, crisis shelter, temporary shelter, 24 hours",
    en: "somewhere safe tonight, safe place tonight, somewhere safe, safe place, safe place to stay, place to sleep tonight, place to stay tonight, nowhere to go tonight, need a bed tonight, shelter tonight, nowhere to sleep tonight, no where to sleep tonight, no place to sleep tonight, no place to stay tonight, no place to go tonight, no bed tonight, somewhere to sleep tonight, place for tonight, place tonight",
    es: "lugar seguro, donde dormir esta noche, donde quedarme esta noche, donde pasar la noche, un lugar para dormir, no tengo donde dormir esta noche, no tengo donde ir esta noche, no tenemos donde dormir esta noche",
  }),
  situation("sexual_assault", {
    needs: "family_violence",
    words: "sexual assault, rape crisis, sexual abuse, sexual violence, incest survivors",
    en: "raped, rape, sexual assault, sexually assaulted, molested, sexual abuse, sexually abused, incest",
    es: "violacion, violada, abuso sexual, la violaron, me violaron, abusaron de mi",
  }),
  situation("child_abused", {
    words:
      "child abuse, child sexual abuse, child advocacy, child protective services, abused children, abuse prevention",
    en: "child abuse, child was abused, kid was abused, child molested, touched my child, touched her daughter, abuse of a child, neglect, child neglect",
    es: "abuso infantil, maltrato infantil, abusaron de mi hija, abusaron de mi hijo, tocaron a mi hija, negligencia",
  }),
  situation("suicidal", {
    needs: "crisis_help, counseling",
    words:
      "suicide prevention, crisis intervention, crisis hotline, mental health crisis, psychiatric emergency",
    en: "suicide, suicidal, kill myself, kill herself, kill himself, wants to die, want to die, end my life, cutting herself, cutting himself, cuts herself, cuts himself, self harm, self-harm, hurting herself, hurting himself, kms, unalive, killing myself, hurt myself, hurting myself, end it all, self harming, cutting again, wants to end it, daughter cutting, son cutting, teen cutting",
    es: "suicidio, suicida, quiere morir, quiero morir, quiere morirse, matarse, se quiere matar, quitarse la vida, se corta, se lastima, autolesion, quiero desaparecer, no quiero vivir, no quiere vivir, quiero matarme, quitarme la vida, hacerse dano",
  }),
  situation("overdose", {
    needs: "substance_use",
    words: "overdose, naloxone, detoxification, drug treatment, substance abuse treatment, opioid",
    en: "overdose, overdosed, od'd, narcan, naloxone, using again, relapsed, relapse",
    es: "sobredosis, recaida, recayo, narcan",
  }),
  situation("addiction", {
    needs: "substance_use",
    words:
      "substance abuse treatment, drug treatment, addiction, alcohol treatment, outpatient treatment, recovery, detoxification, methadone",
    en: "drug problem, drug use, using drugs, on drugs, addict, addicted, heroin, fentanyl, cocaine, crack, meth, pills, opioids, percs, drinking problem, drinking, stop drinking, cant stop drinking, drinks, drinks every day, drinks too much, drinking again, alcoholic, alcoholism, methadone, suboxone, detox, rehab, get clean, sober living, dirty urine, positive tox, smokes weed, smoking weed, smoke weed, weed, smoking pot, smokes pot, high on weed, marijuana, k2, spice, drunk, gets drunk, quit drinking, get sober, quit drugs, quit using, stop using drugs, stop using, stop doing drugs, get off drugs, off drugs, addiction help",
    es: "drogas, usa drogas, adicto, adicta, adiccion, heroina, fentanilo, cocaina, alcoholico, alcoholica, alcoholismo, toma mucho, bebe mucho, problema de alcohol, problema de drogas, desintoxicacion, metadona, marihuana, fuma marihuana, fumando marihuana, mota, fuma mota, borracho, se emborracha, dejar de tomar, dejar de beber, dejar el alcohol, dejar las drogas, dejar la droga, dejar de usar drogas, dejar de usar, dejar el vicio, vicio, dejar de fumar mota, tomando mucho, no puedo dejar de tomar",
  }),
  situation("drinking_in_family", {
    needs: "support_groups, substance_use",
    words:
      "al-anon, alateen, nar-anon, families of alcoholics, adult children of alcoholics, alcoholism, twelve step, support group",
    en: "alanon, al anon, al-anon, alateen, ala-teen, naranon, nar-anon, nar anon, husband is an alcoholic, alcoholic husband, wife is an alcoholic, alcoholic wife, boyfriend is an alcoholic, mom is an alcoholic, alcoholic mom, alcoholic mother, dad is an alcoholic, alcoholic dad, alcoholic father, alcoholic parent, family of alcoholic, husband drinks, husband drinks too much, wife drinks too much, husband on drugs, husband uses drugs",
    es: "esposo alcoholico, esposo es alcoholico, marido alcoholico, marido es alcoholico, papa alcoholico, mama alcoholica, hijo alcoholico, familia de alcoholicos, familiares de alcoholicos, esposo toma mucho, marido toma mucho, esposo bebe mucho, marido borracho, esposo borracho",
  }),
  situation("parent_at_end", {
    needs: "parenting_support, respite",
    words:
      "parent stressline, parent support, respite care, crisis nursery, family support, parent education, stress",
    en: "end of rope, at wits end, wits end, overwhelmed, cant cope, can't cope, cant handle, losing it, about to snap, stressed out, burned out, burnt out, need a break, at her limit, at my limit, exhausted, going to lose it, gonna lose it, about to lose it, wont stop crying, won't stop crying, baby wont stop crying, cant take it anymore, cant take it any more, cant do this anymore, baby crying all day, baby cries all day, newborn crying all day, baby crying all night, baby crying, tired, so tired, im tired, no sleep, no help with baby",
    es: "no puedo mas, ya no puedo, no aguanto mas, agobiada, agotada, estresada, desesperada, necesito un descanso, no doy mas, no para de llorar, no deja de llorar, voy a explotar, estoy por explotar, bebe llora todo el dia, bebe llora mucho, bebe llorando, cansada, muy cansada, estoy cansada, cansado",
  }),
  situation("anger", {
    needs: "counseling",
    words: "anger management, abuser intervention, batterers, conflict resolution",
    en: "anger, anger mgmt, anger management, angry outbursts, anger issues, temper, rage, loses his temper, loses her temper, abuser intervention, batterer program, angry, always angry, angry all the time, mad all the time, always mad, angry husband",
    es: "manejo de la ira, control de la ira, enojo, mal caracter, se enoja mucho, coraje, enojado, enojada, siempre enojado, siempre enojada, enojon, enojona",
  }),
  situation("trauma", {
    needs: "counseling",
    words: "trauma, traumatic stress, post-traumatic, victims of crime, grief",
    en: "trauma, ptsd, traumatized, witnessed violence, saw shooting, victim of crime, crime victim, shot, shooting",
    es: "trauma, traumatizado, traumatizada, victima de un crimen, vio violencia",
  }),
  situation("grief", {
    needs: "counseling, support_groups",
    words: "grief, bereavement, loss of a loved one, bereaved children, death",
    en: "grief, grieving, bereavement, mom died, dad died, mother died, father died, husband died, wife died, baby died, son died, daughter died, lost a child, lost her baby, loss of child, miscarriage, stillbirth, death in family, passed away, funeral, burial",
    es: "duelo, luto, murio su mama, murio su papa, murio mi esposo, murio mi mama, perdio a su bebe, perdi a mi bebe, fallecio, entierro, funeral",
  }),
  situation("trafficking", {
    words: "human trafficking, runaway youth, sexual exploitation",
    en: "trafficked, trafficking, sex trafficking, pimp, exploited",
    es: "trata de personas, trafico de personas, explotacion sexual",
  }),
  situation("runaway", {
    needs: "shelter",
    words: "runaway youth, homeless youth, youth shelter, runaway",
    en: "runaway, ran away, run away, runs away, running away, keeps running away, took off, wont come home, didnt come home, kicked out, put out by parents, teen on the street, homeless teen, couch surfing",
    es: "se escapo de casa, se fue de la casa, se fugo, lo corrieron de la casa, joven sin hogar",
  }),
];
